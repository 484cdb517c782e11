package org.cocreation.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(classes = BackingServicesTest.Nothing.class)
@WithBackingServices
class BackingServicesTest {

  private final String store;
  private final String broker;

  BackingServicesTest(
      @Value("${spring.mongodb.uri}") String store,
      @Value("${spring.kafka.bootstrap-servers}") String broker) {
    this.store = store;
    this.broker = broker;
  }

  @Test
  void aSpringTestIsPointedToAStoreThatAnswers() {
    try (MongoClient client = MongoClients.create(store)) {
      client.getDatabase("any").getCollection("things").insertOne(new Document("_id", "1"));

      assertThat(client.getDatabase("any").getCollection("things").find()).hasSize(1);
    }
  }

  @Test
  void aSpringTestIsPointedToABrokerThatAnswers() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      assertThat(admin.describeCluster().nodes().get(10, TimeUnit.SECONDS)).hasSize(1);
    }
  }

  @Test
  void bothAreStartedOnlyOnce() {
    assertThat(BackingServices.bootstrapServers()).isEqualTo(broker);
    assertThat(BackingServices.storeUri("a"))
        .startsWith(store.substring(0, store.lastIndexOf('/')));
  }

  @Test
  void theDatabaseGoesIntoAConnectionStringBeforeItsOptions() {
    assertThat(BackingServices.within("mongodb://h:1", "d")).isEqualTo("mongodb://h:1/d");
    assertThat(BackingServices.within("mongodb://h:1/?replicaSet=rs", "d"))
        .isEqualTo("mongodb://h:1/d?replicaSet=rs");
    assertThat(BackingServices.within("mongodb://h:1/test", "d")).isEqualTo("mongodb://h:1/d");
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
