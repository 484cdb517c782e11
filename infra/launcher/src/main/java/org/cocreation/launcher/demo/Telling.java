package org.cocreation.launcher.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads, in the mailbox, what people are told about their certificate being out of reach. */
final class Telling {

  private final Stage stage;

  Telling(Stage stage) {
    this.stage = stage;
  }

  /** Whoever missed a session was told, and what they may still do (rule 6 of the domain). */
  void outOfReach(int number, boolean moreToCome) {
    Person person = stage.cast().person(number);
    boolean es = person.language().equals("es");
    String text =
        mail(person, es ? "Ya no podrá recibir" : "You can no longer receive the certificate");
    stage.check(
        person.name() + " is told what stays open" + (moreToCome ? "" : ", now that all is over"),
        (moreToCome ? "sessions, " : "") + "materials, concept note",
        (text.contains(es ? "siguen abiertas le esperamos" : "sessions that are still open")
                ? "sessions, "
                : "")
            + (text.contains(es ? "grabaciones" : "recordings") ? "materials, " : "")
            + (text.contains(es ? "nota conceptual" : "concept note") ? "concept note" : ""));
  }

  /** Whoever was told so and can complete after all is told that too. */
  void withinReach(int number) {
    Person person = stage.cast().person(number);
    boolean es = person.language().equals("es");
    String text = mail(person, es ? "vuelve a estar a su alcance" : "within reach again");
    stage.check(
        person.name() + " is told that the certificate is within reach again",
        true,
        text.contains(es ? "el certificado será suyo" : "the certificate is yours"));
  }

  private String mail(Person person, String subject) {
    return stage
        .eventually(
            "the e-mail “" + subject + "” to " + person.name(),
            () -> find(person, subject),
            Optional::isPresent)
        .orElse("");
  }

  private Optional<String> find(Person person, String subject) {
    for (JsonNode message : stage.mailsTo(person)) {
      if (message.path("subject").asString("").contains(subject)) {
        return Optional.of(stage.mail(message).path("text").asString(""));
      }
    }
    return Optional.empty();
  }
}
