package org.cocreation.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What arrived: every e-mail of the story once, and in the mailbox what the deliveries say. */
final class Delivering {

  private final Stage stage;

  Delivering(Stage stage) {
    this.stage = stage;
  }

  void check() {
    stage.say("Every e-mail of the story went out once");
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("registered", 60L);
    expected.put("waiting", 8L);
    expected.put("promoted", 3L);
    expected.put("changed", 4L);
    expected.put("cancelled", 1L);
    expected.put("out-of-reach", 9L);
    expected.put("within-reach", 2L);
    expected.put("attendance-corrected", 4L);
    expected.put("certificate-issued", 53L);
    expected.put("certificate-revoked", 1L);
    expected.put("note-received", 12L);
    expected.put("note-decided", 11L);
    expected.put("plan-published", 59L);
    long total = expected.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Long> sent =
        stage.eventually(
            "the e-mails",
            this::sent,
            counts -> counts.values().stream().mapToLong(Long::longValue).sum() >= total);
    expected.forEach(
        (template, count) ->
            stage.check("e-mails sent: " + template, count, sent.getOrDefault(template, 0L)));
    stage.check(
        "e-mails of another kind",
        List.of(),
        sent.keySet().stream().filter(t -> !expected.containsKey(t)).toList());
    inTheMailbox();
  }

  private Map<String, Long> sent() {
    return Pages.all(
            stage.platform(),
            stage.coordinator(),
            stage.path("notification", "/deliveries?state=sent"))
        .stream()
        .collect(
            Collectors.groupingBy(
                item -> item.get("template").asString(), TreeMap::new, Collectors.counting()));
  }

  private void inTheMailbox() {
    Person promoted = stage.cast().person(Cast.PROMOTED);
    // Registered, waiting, two promotions, certificate, plan.
    JsonNode mails =
        stage.eventually("the mailbox", () -> stage.mailsTo(promoted), found -> found.size() >= 6);
    stage.check("e-mails that " + promoted.name() + " has in the mailbox", 6, mails.size());
  }
}
