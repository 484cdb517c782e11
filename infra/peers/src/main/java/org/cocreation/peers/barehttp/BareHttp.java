package org.cocreation.peers.barehttp;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.cocreation.peers.work.Arguments;
import org.cocreation.peers.work.Programs;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A web server as the services have it, with one handler that inserts what it is sent as one
 * document and answers 202. {@code --port PORT --store URI}, the URI with a database.
 *
 * <p>{@code POST /registrations}, JSON; the answer is given once the store has the document on
 * disk.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Handler.class)
public class BareHttp {

  /** Runs until it is stopped. */
  public static void main(String[] arguments) {
    Map<String, String> given = Arguments.of(arguments, "port", "store");
    start(Arguments.required(given, "port"), Arguments.required(given, "store"));
  }

  static AutoCloseable start(String port, String store) {
    return Programs.start(
        BareHttp.class,
        WebApplicationType.SERVLET,
        Map.of("server.port", port, "server.address", "127.0.0.1", "barehttp.store", store),
        List.of(),
        "org.springframework.boot.autoconfigure",
        "org.springframework.boot.jackson",
        "org.springframework.boot.http",
        "org.springframework.boot.servlet",
        "org.springframework.boot.tomcat",
        "org.springframework.boot.webmvc");
  }

  @Bean(destroyMethod = "close")
  MongoClient store(org.springframework.core.env.Environment environment) {
    return MongoClients.create(environment.getRequiredProperty("barehttp.store"));
  }

  @Bean
  MongoCollection<Document> registrations(
      MongoClient store, org.springframework.core.env.Environment environment) {
    String database =
        Objects.requireNonNull(
            new ConnectionString(environment.getRequiredProperty("barehttp.store")).getDatabase(),
            "the store's URI names no database");
    return store
        .getDatabase(database)
        .getCollection("registrations")
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }
}
