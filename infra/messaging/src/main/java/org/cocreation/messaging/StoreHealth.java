package org.cocreation.messaging;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Whether the store answers. */
final class StoreHealth extends BriefHealth {

  private final MongoDatabaseFactory database;

  StoreHealth(MongoDatabaseFactory database) {
    this.database = database;
  }

  @Override
  protected Health ask(Duration patience) {
    try {
      database
          .getMongoDatabase()
          .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .runCommand(new Document("ping", 1));
      return Health.up().build();
    } catch (MongoException | DataAccessException away) {
      return Health.down().withDetail("reason", "the store does not answer").build();
    }
  }
}
