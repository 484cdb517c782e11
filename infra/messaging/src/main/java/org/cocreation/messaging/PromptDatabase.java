package org.cocreation.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * The service's database; an operation for which somebody waits is over within a bound, finding a
 * server, a connection and retries included. What works in the background takes the time that it
 * needs.
 */
final class PromptDatabase extends SimpleMongoClientDatabaseFactory {

  private final MongoClient client;
  private final SomebodyWaits somebodyWaits;
  private final Duration answerWithin;

  PromptDatabase(
      MongoClient client, String name, SomebodyWaits somebodyWaits, Duration answerWithin) {
    super(client, name);
    this.client = client;
    this.somebodyWaits = somebodyWaits;
    this.answerWithin = answerWithin;
  }

  @Override
  protected MongoDatabase doGetMongoDatabase(String name) {
    MongoDatabase database = super.doGetMongoDatabase(name);
    Duration bound = bound();
    return bound == null ? database : database.withTimeout(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How long whoever waits now is kept waiting at most; null if nobody waits. */
  @Nullable Duration bound() {
    return somebodyWaits.now() ? answerWithin : null;
  }

  /** The same without the bound: for a cursor, whose bound would hold for as long as it is read. */
  MongoDatabaseFactory unhurried() {
    return new SimpleMongoClientDatabaseFactory(client, getDefaultDatabaseName());
  }
}
