package org.cocreation.messaging;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * The client's settings: a write is acknowledged by a majority from its journal, and a store that
 * is down is noticed in well under two seconds. What the connection string says goes before these.
 */
final class StoreSettings implements MongoClientSettingsBuilderCustomizer, Ordered {

  private final MessagingProperties.Store settings;

  StoreSettings(MessagingProperties.Store settings) {
    this.settings = settings;
  }

  @Override
  public void customize(MongoClientSettings.Builder client) {
    client
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .applyToClusterSettings(
            cluster ->
                cluster.serverSelectionTimeout(
                    settings.selectionTimeout().toMillis(), TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(
            pool -> pool.maxWaitTime(settings.selectionTimeout().toMillis(), TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS))
        .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS));
  }

  @Override
  public int getOrder() {
    return -1;
  }
}
