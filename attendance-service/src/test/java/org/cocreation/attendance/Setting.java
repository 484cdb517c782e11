package org.cocreation.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cocreation.attendance.Client.Answer;
import org.cocreation.defaults.PersonalLinks;

/** A programme of one webinar on 13 February 2020, with people, as registration tells of it. */
record Setting(String programme, Wire wire, Client coordinator) {

  void programmeWithPeople(String... names) {
    wire.tell(
        "programme-set",
        programme,
        """
        {"programmeId":"%s","revision":1,"title":{"en":"Webinars"},"timeZone":"America/Belize","status":"open",
         "rules":{"attendedShare":0.6667,"leadMinutes":15,"tailMinutes":15},"signatories":[],"organisers":[],
         "sessions":[{"sessionId":"w1","number":1,"title":{"en":"One"},"startsAt":"2020-02-13T16:30:00Z","durationMinutes":90,
           "status":"planned","topics":[],"presenters":[],"materials":[]}]}
        """
            .formatted(programme));
    for (int i = 1; i <= names.length; i++) {
      tellPerson(i, names[i - 1]);
    }
    wire.flush();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        coordinator
                            .get("/api/attendance/programmes/" + programme + "/sessions")
                            .status())
                    .isEqualTo(200));
    for (int i = 1; i <= names.length; i++) {
      awaitPerson(i);
    }
  }

  void tellPerson(int number, String name) {
    wire.tell(
        "contact",
        person(number),
        """
        {"registrationId":"%s","programmeId":"%s","revision":1,"name":"%s","email":"person%d@civic.example","language":"es"}
        """
            .formatted(person(number), programme, name, number));
    wire.tell(
        "registered",
        person(number),
        """
        {"registrationId":"%s","programmeId":"%s","registeredAt":"2020-02-01T12:00:00Z","linkHash":"%s","sealedLink":"AAAA",
         "sector":"media","district":"Toledo","choices":[{"sessionId":"w1","mode":"online","place":"none"}]}
        """
            .formatted(person(number), programme, PersonalLinks.hashOf(token(number))));
  }

  void awaitPerson(int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              Answer answer = coordinator.get(session("attendance/" + person(number)));
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.json().has("name")).isTrue();
              assertThat(answer.json().has("chosen")).isTrue();
            });
  }

  /** Accepts a preview of few rows. */
  Answer accept(Answer preview, String body) {
    assertThat(preview.status()).as(preview.body()).isEqualTo(201);
    String id = preview.json().get("importId").asString();
    Answer accepted = coordinator.post(session("imports/" + id + "/acceptance"), body);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    return accepted;
  }

  String session(String rest) {
    return "/api/attendance/programmes/" + programme + "/sessions/w1/" + rest;
  }

  String person(int number) {
    return "%s-r%05d".formatted(programme, number);
  }

  String token(int number) {
    return "%s-token-%026d".formatted(programme, number);
  }
}
