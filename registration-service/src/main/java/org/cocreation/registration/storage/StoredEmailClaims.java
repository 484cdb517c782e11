package org.cocreation.registration.storage;

import java.util.Optional;
import org.bson.Document;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.registration.EmailClaims;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Claims on e-mail addresses: the key is the document's id, so that two cannot have the same. */
final class StoredEmailClaims implements EmailClaims {
  private static final String COLLECTION = "emailClaims";
  private static final String HOLDER = "registrationId";
  private static final int ATTEMPTS = 10;

  private final MongoOperations mongo;

  StoredEmailClaims(MongoOperations mongo) {
    this.mongo = mongo;
  }

  @Override
  public RegistrationId claim(String key, RegistrationId candidate) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        mongo.insert(new Document("_id", key).append(HOLDER, candidate.value()), COLLECTION);
        return candidate;
      } catch (DuplicateKeyException e) {
        Optional<RegistrationId> holder = find(key);
        if (holder.isPresent()) {
          return holder.get();
        }
        // Given back in between; it may be had now.
      }
    }
    throw new IllegalStateException("a claim kept being taken and given back");
  }

  @Override
  public Optional<RegistrationId> find(String key) {
    return Optional.ofNullable(mongo.findById(key, Document.class, COLLECTION))
        .map(document -> new RegistrationId(document.getString(HOLDER)));
  }

  @Override
  public void release(String key, RegistrationId holder) {
    mongo.remove(
        new Query(Criteria.where("_id").is(key).and(HOLDER).is(holder.value())), COLLECTION);
  }
}
