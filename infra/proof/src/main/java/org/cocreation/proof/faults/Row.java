package org.cocreation.proof.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the table: one fault and what it came to.
 *
 * @param times how often it struck
 * @param people how many came meanwhile
 * @param acknowledged how much was acknowledged to them
 * @param recoverySeconds the slowest recovery
 * @param refusals how often the platform answered with which 5xx
 * @param wrong what must not have happened, beside what the audit found
 */
record Row(
    String fault,
    int times,
    int people,
    int acknowledged,
    double recoverySeconds,
    double quietSeconds,
    Map<Integer, Long> refusals,
    Findings findings,
    List<String> wrong) {

  /** Of a fault after which nothing could be audited. */
  static Row broken(String fault, Load load, RuntimeException why) {
    return new Row(
        fault,
        0,
        load.people(),
        load.acknowledged(),
        0,
        0,
        Map.of(),
        Findings.none(),
        List.of("could not be audited: " + why));
  }

  boolean ok() {
    return findings.clean() && wrong.isEmpty();
  }

  /** All of it in a line, for whoever watches a long run. */
  String inWords() {
    return String.format(
        Locale.ROOT,
        "%-24s %2d times, %4d people, %5d acknowledged, lost %d, doubled %d, order %d, wrong %d,"
            + " re-mail %d, back after %.1f s, quiet after %.1f s: %s",
        fault,
        times,
        people,
        acknowledged,
        findings.lost().size(),
        findings.doubled().size(),
        findings.disordered().size(),
        findings.wrong().size() + wrong.size(),
        findings.repeatedMails(),
        recoverySeconds,
        quietSeconds,
        ok() ? "ok" : "FAILED");
  }
}
