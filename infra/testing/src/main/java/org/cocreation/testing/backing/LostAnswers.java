package org.cocreation.testing.backing;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import org.bson.Document;

/**
 * A service whose store died between the effect of a request and the keeping of its answer: under
 * their {@code Idempotency-Key} its requests are claimed and unanswered, and nobody is at work on
 * them any more.
 */
public final class LostAnswers {

  private LostAnswers() {}

  /** Takes away every answer that the service has kept. */
  public static void of(MongoDatabase service) {
    service
        .getCollection("idempotency")
        .updateMany(
            new Document(),
            Updates.combine(Updates.unset("answer"), Updates.set("claimedAt", Instant.EPOCH)));
  }
}
