package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.defaults.HttpCalls.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class RequestsTest {

  private final HttpCalls service;

  RequestsTest(@Autowired @LocalServerPort int port) {
    service = new HttpCalls(port);
  }

  @Test
  void pagesThroughAListWithoutLossOrRepetition() {
    List<String> seen = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      Reply page =
          service.get("/api/sample/items?limit=50" + (after.isEmpty() ? "" : "&after=" + after));
      seen.addAll(page.json().path("items").findValuesAsString("label"));
      after = page.json().path("next").asString("");
      pages++;
    } while (!after.isEmpty());
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(120).doesNotHaveDuplicates().startsWith("item 0").endsWith("item 119");
  }

  @Test
  void saysThatThereIsNoFurtherPageWhenTheLastIsFull() {
    assertThat(service.get("/api/sample/items?limit=120").json().has("next")).isFalse();
    assertThat(service.get("/api/sample/items").json().path("items").size()).isEqualTo(50);
  }

  @Test
  void refusesALimitOrAPlaceThatIsNone() {
    for (String limit : List.of("0", "201", "many", "-1", "1.5")) {
      Reply reply = service.get("/api/sample/items?limit=" + limit);
      assertThat(reply.status()).as(limit).isEqualTo(400);
      assertThat(reply.error().path("field").asString()).isEqualTo("limit");
      assertThat(reply.error().path("expected").asString()).contains("1 to 200");
    }
    Reply after = service.get("/api/sample/items?after=***");
    assertThat(after.status()).isEqualTo(400);
    assertThat(after.error().path("field").asString()).isEqualTo("after");
  }

  @Test
  void changesOnlyWhatWasRead() {
    service.post("/api/sample/things/t-1", "");
    Reply blind = put("/api/sample/things/t-1");
    assertThat(blind.status()).isEqualTo(428);
    assertThat(blind.slug()).isEqualTo("version-needed");
    Reply odd = put("/api/sample/things/t-1", "If-Match", "latest");
    assertThat(odd.status()).isEqualTo(400);
    assertThat(odd.error().path("field").asString()).isEqualTo("If-Match");
    Reply first = put("/api/sample/things/t-1", "If-Match", "\"1\"");
    assertThat(first.status()).isEqualTo(204);
    assertThat(first.header("ETag")).isEqualTo("\"2\"");
    Reply late = put("/api/sample/things/t-1", "If-Match", "\"1\"");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.slug()).isEqualTo("changed-meanwhile");
    assertThat(put("/api/sample/things/t-1", "If-Match", "W/\"2\"").status()).isEqualTo(204);
  }

  @Test
  void answersInTheReadersLanguage() {
    assertThat(language("es-BZ,es;q=0.9,en;q=0.5")).isEqualTo("Bienvenidos");
    assertThat(language("en")).isEqualTo("Welcome");
    assertThat(language("fr")).isEqualTo("Welcome");
    assertThat(new Translated("Welcome", null).in(java.util.Locale.forLanguageTag("es")))
        .isEqualTo("Welcome");
  }

  private String language(String accept) {
    return service
        .get("/api/sample/language", "Accept-Language", accept)
        .json()
        .path("text")
        .asString();
  }

  private Reply put(String path, String... headers) {
    return service.send(service.request(path, headers).PUT(BodyPublishers.noBody()));
  }
}
