package org.cocreation.peers.documents;

import java.util.List;
import org.cocreation.peers.work.Person;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** The roster. */
public interface People extends MongoRepository<Person, String> {

  /** Those between two places, in order. */
  @Query(value = "{place: {$gt: ?0, $lt: ?1}}", sort = "{place: 1}")
  List<Person> between(String after, String before, Limit limit);
}
