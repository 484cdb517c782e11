package org.cocreation.peers.barehttp;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cocreation.testing.backing.BackingServices;
import org.junit.jupiter.api.Test;

class BareHttpTest {

  @Test
  void insertsOneDocumentForOneRequest() throws Exception {
    int port = freePort();
    String database = BackingServices.freshDatabase();
    String store = BackingServices.storeUri(database);
    try (AutoCloseable running = BareHttp.start(Integer.toString(port), store);
        MongoClient client = MongoClients.create(store)) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/registrations"))
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"name\":\"Ana Cruz\",\"choices\":{\"webinar-1\":\"online\"}}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(running).isNotNull();
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(client.getDatabase(database).getCollection("registrations").find())
          .singleElement()
          .satisfies(found -> assertThat(found.toJson()).contains("Ana Cruz", "webinar-1"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
