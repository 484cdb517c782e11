package org.cocreation.messaging;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.Assert;

/** The store's connection, with bounds on how long it may keep somebody waiting. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = DataMongoAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
public class StoreAutoConfiguration {

  @Bean
  StoreSettings storeSettings(MessagingProperties properties) {
    return new StoreSettings(properties.store());
  }

  @Bean
  PromptDatabase mongoDatabaseFactory(
      MongoClient client,
      MongoProperties mongo,
      MongoConnectionDetails connection,
      ObjectProvider<SomebodyWaits> somebodyWaits,
      MessagingProperties properties) {
    String name = mongo.getDatabase();
    if (name == null) {
      name = connection.getConnectionString().getDatabase();
    }
    Assert.hasText(
        name,
        "spring.mongodb.uri names no database; end it with one, as in"
            + " mongodb://localhost:27017/registration");
    return new PromptDatabase(
        client,
        name,
        somebodyWaits.getIfAvailable(() -> () -> false),
        properties.store().answerWithin());
  }
}
