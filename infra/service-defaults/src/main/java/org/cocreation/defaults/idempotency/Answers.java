package org.cocreation.defaults.idempotency;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.cocreation.defaults.KeyedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The requests that were carried out under a key, and their answers. A request is claimed by
 * inserting its document, so that of many at once exactly one carries it out. What was given back
 * or abandoned stays claimed as the same request, for its effect may be there; only another request
 * under the key of one that was given back begins anew.
 */
final class Answers {

  private static final String REQUEST = "request";
  private static final String BEGUN = "begunAt";
  private static final String CLAIMED = "claimedAt";
  private static final String EXPIRES = "expiresAt";
  private static final String FINGERPRINT = "fingerprint";
  private static final String TICKET = "ticket";
  private static final String ANSWER = "answer";

  /** Claimed at no time: nobody is at work on it. */
  private static final Date GIVEN_BACK = Date.from(Instant.EPOCH);

  private static final long BETWEEN_SWEEPS = Duration.ofMinutes(10).toMillis();

  private final Supplier<MongoCollection<Document>> collection;
  private final Clock clock;
  private final IdempotencySettings settings;
  private final AtomicLong sweptAt = new AtomicLong();

  Answers(
      Supplier<MongoCollection<Document>> collection, Clock clock, IdempotencySettings settings) {
    this.collection = collection;
    this.clock = clock;
    this.settings = settings;
  }

  /** Tries to be the one who carries out the request with this id. */
  Claim claim(String id, String fingerprint) {
    sweep();
    Instant now = clock.instant();
    Document claim =
        new Document("_id", id)
            .append(FINGERPRINT, fingerprint)
            .append(REQUEST, UUID.randomUUID().toString())
            .append(BEGUN, Date.from(now))
            .append(TICKET, UUID.randomUUID().toString())
            .append(CLAIMED, Date.from(now))
            .append(EXPIRES, Date.from(now.plus(settings.keep())));
    if (inserted(claim)) {
      return granted(claim, false);
    }
    Document found = collection.get().find(Filters.eq("_id", id)).first();
    if (found == null) {
      return new Claim.InProgress(); // expired and swept this moment; the caller asks again
    }
    Instant claimed = found.getDate(CLAIMED).toInstant();
    boolean same = fingerprint.equals(found.getString(FINGERPRINT));
    boolean expired = !found.getDate(EXPIRES).toInstant().isAfter(now);
    if (expired || (!same && claimed.equals(GIVEN_BACK.toInstant()))) {
      return taken(found, claim) ? granted(claim, false) : new Claim.InProgress();
    }
    if (!same) {
      return new Claim.OtherRequest();
    }
    Document answer = found.get(ANSWER, Document.class);
    if (answer != null) {
      return new Claim.Answered(read(answer));
    }
    if (!claimed.plus(settings.lease()).isBefore(now)) {
      return new Claim.InProgress();
    }
    claim.append(REQUEST, found.getString(REQUEST)).append(BEGUN, found.getDate(BEGUN));
    return taken(found, claim) ? granted(claim, true) : new Claim.InProgress();
  }

  private static Claim.Granted granted(Document claim, boolean again) {
    return new Claim.Granted(
        claim.getString(TICKET),
        new KeyedRequest(
            UUID.fromString(claim.getString(REQUEST)), claim.getDate(BEGUN).toInstant(), again));
  }

  /** Keeps the answer, unless the claim was lost meanwhile. */
  void keep(String id, String ticket, Answer answer) {
    collection
        .get()
        .updateOne(
            Filters.and(Filters.eq("_id", id), Filters.eq(TICKET, ticket)),
            Updates.set(ANSWER, written(answer)));
  }

  /** Gives the claim back: nothing was answered that is worth repeating. */
  void release(String id, String ticket) {
    collection
        .get()
        .updateOne(
            Filters.and(Filters.eq("_id", id), Filters.eq(TICKET, ticket)),
            Updates.set(CLAIMED, GIVEN_BACK));
  }

  private boolean inserted(Document claim) {
    try {
      collection.get().insertOne(claim);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private boolean taken(Document found, Document claim) {
    return collection
            .get()
            .replaceOne(
                Filters.and(
                    Filters.eq("_id", found.getString("_id")),
                    Filters.eq(TICKET, found.getString(TICKET))),
                claim)
            .getModifiedCount()
        == 1;
  }

  /** What has expired goes; the embedded store does not do it by itself. */
  private void sweep() {
    Instant now = clock.instant();
    long last = sweptAt.get();
    if (last + BETWEEN_SWEEPS < now.toEpochMilli()
        && sweptAt.compareAndSet(last, now.toEpochMilli())) {
      MongoCollection<Document> answers = collection.get();
      if (last == 0) {
        answers.createIndex(
            Indexes.ascending(EXPIRES), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
      }
      answers.deleteMany(Filters.lt(EXPIRES, Date.from(now)));
    }
  }

  private static Document written(Answer answer) {
    return new Document("status", answer.status())
        .append("headers", new Document(Map.copyOf(answer.headers())))
        .append("body", new Binary(answer.body()));
  }

  private static Answer read(Document answer) {
    Document headers = answer.get("headers", Document.class);
    return new Answer(
        answer.getInteger("status"),
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString())),
        bytes(answer.get("body")));
  }

  private static byte[] bytes(@Nullable Object body) {
    if (body instanceof Binary binary) {
      return binary.getData();
    }
    return body instanceof byte[] bytes ? bytes : new byte[0];
  }
}
