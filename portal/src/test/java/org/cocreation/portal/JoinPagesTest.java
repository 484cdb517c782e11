package org.cocreation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The personal join link, in a browser without scripts. */
class JoinPagesTest extends BrowsedPortal {

  @Test
  void leadsToTheRoomWhileItIsOpenAndNotesOnlyWhoReallyGoesThere() throws Exception {
    opening("open", "\"roomUrl\":\"https://rooms.example/2?pwd=a%20b\",");
    HttpResponse<String> gone = join("GET", "");
    assertThat(gone.statusCode()).isEqualTo(303);
    assertThat(gone.headers().firstValue("Location")).hasValue("https://rooms.example/2?pwd=a%20b");
    assertThat(gone.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(gone.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");

    services.asked().clear();
    join("HEAD", "");
    join("GET", "prefetch;prerender");
    assertThat(services.asked())
        .hasSize(2)
        .allMatch(asked -> asked.request().startsWith("GET ") && asked.authorization() != null);
  }

  @Test
  void waitsWithWhoComesTooEarlyWithoutAnyScript() throws Exception {
    opening("too-early", "");
    HttpResponse<String> english = get("/me/" + TOKEN + "/join/webinar-2");
    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body())
        .containsPattern("<meta http-equiv=\"refresh\" content=\"[0-9]+\"")
        .contains("The room is not open yet", "10:30", "10:10", "America/Belize")
        .doesNotContain("<script", "rooms.example");
    assertThat(get("/me/" + TOKEN + "/join/webinar-2?lang=es").body())
        .contains("La sala aún no está abierta");
  }

  @Test
  void saysWhatCanStillBeDoneOnceItIsOver() throws Exception {
    opening("ended", "");
    assertThat(get("/me/" + TOKEN + "/join/webinar-2").body())
        .contains("This session is over", "https://files.example/s.pdf", "/me/" + TOKEN)
        .doesNotContain("http-equiv=\"refresh\"");
    opening("cancelled", "");
    assertThat(get("/me/" + TOKEN + "/join/webinar-2").body()).contains("was cancelled");
    opening("no-room", "");
    assertThat(get("/me/" + TOKEN + "/join/webinar-2").body()).contains("no online room");
  }

  @Test
  void neverSendsABrowserToWhatIsNoWebAddress() throws Exception {
    for (String address : new String[] {"javascript:alert(1)", "//elsewhere.example", "data:x"}) {
      opening("open", "\"roomUrl\":\"" + address + "\",");
      HttpResponse<String> answer = join("GET", "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void showsTheWayToTheRoomAndTheCodeForTheDoor() throws Exception {
    String page = get("/me/" + TOKEN).body();
    assertThat(page)
        .contains("/me/" + TOKEN + "/join/webinar-2", "Your code for the door", "viewBox=\"0 0 ")
        .doesNotContain("https://room.example/w2");
  }

  private void opening(String state, String room) {
    String answer =
        """
        {"sessionId":"webinar-2","title":{"en":"Action plans","es":"Planes"},"timeZone":"America/Belize","state":"%s",%s
         "opensAt":"2020-02-20T16:10:00Z","startsAt":"2020-02-20T16:30:00Z","endsAt":"2020-02-20T18:00:00Z",
         "closesAt":"2020-02-20T18:15:00Z","materials":[{"title":"Slides","url":"https://files.example/s.pdf"}]}
        """
            .formatted(state, room);
    services.answer("POST /api/registration/me/sessions/webinar-2/opening", 200, answer);
    services.answer("GET /api/registration/me/sessions/webinar-2/opening", 200, answer);
  }

  private HttpResponse<String> join(String method, String purpose) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/me/" + TOKEN + "/join/webinar-2"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!purpose.isEmpty()) {
      request.header("Sec-Purpose", purpose);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
