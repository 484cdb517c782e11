package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.faults.MailGate.Mood;
import org.cocreation.proof.platform.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * A mail server that is there and in one mood after the other. What it refuses for good a
 * coordinator queues again when it is in a good mood: then every e-mail has arrived.
 */
record MailTrouble(String name, List<Mood> moods, int seconds, int shortSeconds) implements Fault {

  private static final double UNTIL_MET = 20;

  MailTrouble {
    moods = List.copyOf(moods);
  }

  @Override
  public int times(boolean isShort) {
    return 1;
  }

  /** Once more under the same Message-ID where the answer got lost, never otherwise. */
  @Override
  public boolean mailMayRepeat() {
    return moods.contains(Mood.DROPS_AFTER_DATA);
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    MailGate gate = bench.platform().mailGate();
    List<String> wrong = new ArrayList<>();
    for (Mood mood : moods) {
      int before = gate.met(mood);
      gate.mood(mood);
      Waiting.seconds(bench.options().isShort() ? shortSeconds : seconds);
      if (!Waiting.until(bench.options().within(UNTIL_MET), () -> gate.met(mood) > before)) {
        wrong.add("no e-mail met " + mood);
      }
      gate.mood(Mood.OPEN);
    }
    wrong.addAll(new MailQueue(bench).flowsAgain(bench.options().within(30)));
    if (moods.contains(Mood.REFUSES)) {
      // Who waits for the link in an e-mail that was refused would wait for ever.
      wrong.addAll(judged(moods, queuedAgain(bench, wrong)));
    }
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, wrong);
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    List<String> wrong = new ArrayList<>();
    List<String> reasons = queuedAgain(bench, wrong);
    if (!reasons.isEmpty()) {
      wrong.addAll(judged(moods, reasons));
    }
    bench.quiet(bench.options().within(60)).forEach(one -> wrong.add("not quiet: " + one));
    return wrong;
  }

  /** Queues again what is shown as failed, as a coordinator does; why it had failed. */
  private static List<String> queuedAgain(Bench bench, List<String> wrong) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode one : failed(bench)) {
      reasons.add(one.path("reason").asString(""));
      String path =
          "/api/notification/deliveries/" + one.path("deliveryId").asString("") + "/retry";
      Answer again = bench.load().ask(Caller.COORDINATOR, "POST", path, null, "");
      if (!again.done()) {
        wrong.add(path + " was answered " + again);
      }
    }
    return reasons;
  }

  /** What has failed for good is what was refused for good, and says so. */
  static List<String> judged(List<Mood> moods, List<String> reasonsOfFailed) {
    if (!moods.contains(Mood.REFUSES)) {
      return reasonsOfFailed.isEmpty()
          ? List.of()
          : List.of("given up although nothing was refused for good: " + reasonsOfFailed);
    }
    List<String> wrong = new ArrayList<>();
    if (reasonsOfFailed.isEmpty()) {
      wrong.add("nothing that was refused for good is shown as failed");
    }
    reasonsOfFailed.stream()
        .filter(reason -> !reason.startsWith("The mail server said: 550"))
        .forEach(reason -> wrong.add("given up for another reason: " + reason));
    return wrong;
  }

  private static List<JsonNode> failed(Bench bench) {
    List<JsonNode> failed = new ArrayList<>();
    String base =
        "/api/notification/programmes/"
            + bench.load().programme()
            + "/deliveries?state=failed&limit=200";
    String after = "";
    do {
      Answer page = bench.load().ask(Caller.COORDINATOR, "GET", base + after, null, "");
      page.body().path("items").forEach(failed::add);
      String next = page.body().path("next").asString("");
      after = next.isEmpty() ? "" : "&after=" + next;
    } while (!after.isEmpty());
    return failed;
  }
}
