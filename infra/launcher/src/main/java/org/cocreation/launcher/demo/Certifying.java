package org.cocreation.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;

/** Third act: certificates go to who attended everything; corrections give one and take one. */
final class Certifying {

  private final Stage stage;

  Certifying(Stage stage) {
    this.stage = stage;
  }

  /** After the third session closed. */
  void issued() {
    stage.say("Certificates are issued to who attended all three sessions");
    long expected = stage.cast().people().stream().filter(Person::completes).count();
    List<JsonNode> valid = awaitValid((int) expected);
    stage.check("certificates", expected, (long) valid.size());
    stage.check(
        "they went to exactly those who attended everything",
        true,
        stage.cast().people().stream()
            .filter(Person::completes)
            .map(stage::registration)
            .collect(Collectors.toSet())
            .equals(
                valid.stream()
                    .map(item -> item.get("registrationId").asString())
                    .collect(Collectors.toSet())));
    Person early = stage.cast().person(Cast.LEAVES_EARLY);
    JsonNode progress = stage.platform().get(stage.holding(early), "/api/certificate/me");
    stage.check(
        early.name() + " is told what is missing",
        "incomplete 2 of 3",
        progress.get("verdict").asString()
            + " "
            + progress.get("attended").asInt()
            + " of "
            + progress.get("planned").asInt());
    stage.say("  " + progress.get("explanation").get("en").asString());
    Person first = stage.cast().person(0);
    byte[] pdf =
        stage.platform().bytes(stage.holding(first), "/api/certificate/me/certificate.pdf");
    stage.check(
        "the certificate is a PDF", "%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    stage.check("its verification", "valid " + first.name(), verification(serial(first)));
    stage.check("a serial that was never given out", "unknown ", verification("0000-0000-0000"));
    stage
        .outcome()
        .address("a certificate, verified", stage.open("/verify/" + serial(first)).toString());
  }

  /** After the corrections. */
  void corrected() {
    Person granted = stage.cast().person(Cast.GRANTED_LATER);
    Person revoked = stage.cast().person(Cast.REVOKED_LATER);
    stage.check(granted.name() + ", after the correction", "valid", awaitStatus(granted, "valid"));
    stage.check(
        revoked.name() + ", after the correction", "revoked", awaitStatus(revoked, "revoked"));
    stage.check(
        "a revoked certificate says so to whoever checks it",
        "revoked ",
        verification(serial(revoked)));
    long expected = stage.cast().people().stream().filter(Person::completes).count();
    stage.check(
        "certificates after the corrections", expected, (long) awaitValid((int) expected).size());
  }

  private List<JsonNode> awaitValid(int expected) {
    return stage.eventually(
        "certificates",
        () ->
            Pages.all(
                stage.platform(),
                stage.coordinator(),
                stage.path("certificate", "/completions?certificate=valid")),
        items -> items.size() == expected);
  }

  private String awaitStatus(Person person, String wanted) {
    return stage.eventually(
        "the certificate of " + person.name(),
        () -> completion(person).path("certificate").path("status").asString(""),
        wanted::equals);
  }

  private String serial(Person person) {
    return completion(person).path("certificate").path("serial").asString("");
  }

  private JsonNode completion(Person person) {
    return stage
        .platform()
        .get(stage.coordinator(), "/api/certificate/completions/" + stage.registration(person));
  }

  private String verification(String serial) {
    JsonNode answer =
        stage.platform().get(Caller.PUBLIC, "/api/certificate/verification/" + serial);
    return answer.get("status").asString() + " " + answer.path("name").asString("");
  }
}
