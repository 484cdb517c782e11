package org.cocreation.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays one whole programme on a running platform and checks what it came to.
 *
 * <p>It uses nothing but what any client may use: the API behind the portal, the sign-in of staff,
 * and the mailbox that the e-mails arrive in. Each run makes a programme of its own with people of
 * its own, so it can be played again on the same data. It goes on when a process dies and is
 * started again meanwhile.
 */
public final class Demonstration {

  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private static final Map<String, Integer> LIVE =
      new TreeMap<>(
          Map.of("registered", 59, "present", 59, "certified", 52, "submitted", 11, "selected", 6));

  private final Stage stage;
  private final String run;

  /**
   * A demonstration that has not begun.
   *
   * @param addresses where the platform runs
   * @param clock gives the run its name
   * @param say told what is being done, a line at a time
   */
  public Demonstration(Addresses addresses, Clock clock, Consumer<String> say) {
    this.run = "demo-" + RUN.format(clock.instant());
    this.stage = new Stage(addresses, run, say);
  }

  /**
   * Plays all acts.
   *
   * @throws DemonstrationFailed when it can't go on; a result that is merely wrong is in the
   *     outcome instead
   */
  public Outcome play() {
    new Registering(stage).play();
    new Rehearsing(stage, run).play();
    Attending attending = new Attending(stage);
    attending.play();
    Certifying certifying = new Certifying(stage);
    certifying.issued();
    attending.correct();
    certifying.corrected();
    Proposing proposing = new Proposing(stage);
    proposing.play();
    new Planning(stage, proposing).play();
    new Delivering(stage).check();
    live();
    addresses();
    return stage.outcome();
  }

  private void live() {
    JsonNode counts =
        stage.eventually(
            "the live page",
            this::liveCounts,
            seen ->
                LIVE.entrySet().stream()
                    .allMatch(e -> seen.path(e.getKey()).asInt(-1) == e.getValue()));
    LIVE.forEach(
        (what, count) -> stage.check("the live page: " + what, count, counts.path(what).asInt(-1)));
  }

  private JsonNode liveCounts() {
    URI events = stage.open("/programmes/" + stage.programme() + "/live/events");
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      HttpResponse<InputStream> response =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
        while (lines.hasNextLine()) {
          String line = lines.nextLine();
          if (line.startsWith("data:")) {
            return JsonMapper.shared().readTree(line.substring("data:".length()));
          }
        }
      }
    } catch (IOException away) {
      // Asked again until it answers or the time is over.
    } catch (InterruptedException interrupted) {
      throw Api.interrupted(interrupted);
    }
    return JsonMapper.shared().createObjectNode();
  }

  private void addresses() {
    Outcome outcome = stage.outcome();
    String programme = "/programmes/" + stage.programme();
    outcome.address("the programme", stage.open(programme).toString());
    outcome.address("its live page", stage.open(programme + "/live").toString());
    outcome.address(
        "a participant's page", stage.open("/me/" + stage.link(stage.cast().person(0))).toString());
    outcome.address("the consultation", stage.open(programme + "/consultation").toString());
    outcome.address("the published plan", stage.open(programme + "/plan").toString());
    outcome.address(
        "for staff (coordinator / coordinator)", stage.open("/staff" + programme).toString());
    outcome.address("the e-mails", stage.mailboxPage().toString());
  }
}
