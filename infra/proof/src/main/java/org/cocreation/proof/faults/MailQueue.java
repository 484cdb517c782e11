package org.cocreation.proof.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.platform.Waiting;

/** The queue of e-mails as its operators see it: by the figures that the service gives. */
final class MailQueue {

  private static final double LOOK_SECONDS = 0.5;

  private final Bench bench;

  MailQueue(Bench bench) {
    this.bench = bench;
  }

  /** Looks at the queue for a while in which the mail server is away. */
  List<String> watched(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    double most = 0;
    boolean knocksNoMore = false;
    List<String> wrong = new ArrayList<>();
    while (System.nanoTime() < end) {
      Waiting.seconds(LOOK_SECONDS);
      String figures = figures();
      double waiting = figure(figures, "cocreation_mail_waiting", "awaited=\"mail-server\"");
      int intended = bench.witness().unsentMails();
      most = Math.max(most, waiting);
      knocksNoMore |= figure(figures, "resilience4j_circuitbreaker_state", "state=\"open\"") == 1;
      wrong.addAll(tooMany(waiting, intended));
    }
    return judged(most, knocksNoMore, wrong);
  }

  /** The queue is bounded by what is intended in the store; nothing else is kept anywhere. */
  static List<String> tooMany(double waiting, int intended) {
    // Counted a moment apart, while people come and go.
    return waiting > intended + 200
        ? List.of("the queue is said to hold " + waiting + " e-mails, the store has " + intended)
        : List.of();
  }

  /** What the figures ought to have said while the mail server was away. */
  static List<String> judged(double most, boolean knocksNoMore, List<String> before) {
    List<String> wrong = new ArrayList<>(before);
    if (most == 0) {
      wrong.add("the figures never showed that e-mails wait");
    }
    if (!knocksNoMore) {
      wrong.add("the figures never showed that nobody knocks any more");
    }
    return wrong;
  }

  /** Waits until e-mails arrive again. */
  List<String> flowsAgain(double seconds) {
    int before = bench.platform().mailGate().met(MailGate.Mood.OPEN);
    return Waiting.until(
            seconds, () -> bench.platform().mailGate().met(MailGate.Mood.OPEN) > before)
        ? List.of()
        : List.of("no e-mail arrived within " + seconds + " s of the mail server's being back");
  }

  private String figures() {
    try {
      Answer answer =
          bench.notification().once(Caller.PUBLIC, "GET", "/actuator/prometheus", null, "");
      return answer.text();
    } catch (IOException away) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The value of the first figure of that name and label; -1 when there is none. */
  static double figure(String figures, String name, String label) {
    Matcher line =
        Pattern.compile(
                "^" + Pattern.quote(name) + "\\{[^}]*" + Pattern.quote(label) + "[^}]*} (\\S+)$",
                Pattern.MULTILINE)
            .matcher(figures);
    return line.find() ? Double.parseDouble(line.group(1)) : -1;
  }
}
