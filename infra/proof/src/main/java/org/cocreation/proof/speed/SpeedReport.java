package org.cocreation.proof.speed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run came to, for people and for programs.
 *
 * @param seconds that it took
 * @param others by measure, how many processors something else used meanwhile
 * @param broken measures that could not be taken, each with why
 */
record SpeedReport(
    long seed,
    boolean isShort,
    boolean bothCompilers,
    Instant at,
    double seconds,
    List<Result> rows,
    Map<String, Double> others,
    Map<String, String> broken) {

  SpeedReport {
    rows = List.copyOf(rows);
    others = Map.copyOf(others);
    broken = Map.copyOf(broken);
  }

  /** Whether everything was measured; a target that is missed is a figure like any other. */
  boolean isWhole() {
    return broken.isEmpty() && !rows.isEmpty();
  }

  long missed() {
    return rows.stream().filter(Result::isMissed).count();
  }

  String asTable() {
    int width = rows.stream().mapToInt(row -> row.subject().length()).max().orElse(7);
    String line = "  %-" + Math.max(7, width) + "s %-12s %12s %12s %12s %4s %10s %7s  %s%n";
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, line, "", "unit", "median", "low", "high", "n", "CPU us", "ratio", ""));
    String measure = "";
    for (Result row : rows) {
      if (!row.measure().equals(measure)) {
        measure = row.measure();
        text.append(measure).append(heading(measure)).append('\n');
      }
      text.append(
          String.format(
              Locale.ROOT,
              line,
              row.subject(),
              row.unit(),
              number(row.median()),
              number(row.low()),
              number(row.high()),
              row.rounds(),
              row.cpuMicrosPerFact() == 0 ? "" : number(row.cpuMicrosPerFact()),
              row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
              row.verdict() + (row.note().isEmpty() ? "" : " " + row.note())));
    }
    broken.forEach(
        (name, why) ->
            text.append(name).append(" could not be measured: ").append(why).append('\n'));
    return text.append(
            String.format(
                Locale.ROOT,
                "%s, %d missed%s. Seed %d, %.0f s, %d processors, Java %s with %s, %s",
                isWhole() ? "Everything was measured" : "NOT everything was measured",
                missed(),
                isShort ? " (short: too few rounds for a verdict)" : "",
                seed,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                compilers(),
                at))
        .toString();
  }

  private String compilers() {
    return bothCompilers ? "both compilers" : "the first compiler";
  }

  private String heading(String measure) {
    Double busy = others.get(measure);
    return busy == null ? "" : String.format(Locale.ROOT, "  (others: %.1f processors)", busy);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
  }

  String asJson() {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = json.createObjectNode();
    root.put("whole", isWhole()).put("missed", missed()).put("seed", seed).put("short", isShort);
    root.put("at", at.toString()).put("seconds", seconds);
    root.put("processors", Runtime.getRuntime().availableProcessors());
    root.put("java", System.getProperty("java.version")).put("bothCompilers", bothCompilers);
    root.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    ArrayNode results = root.putArray("results");
    for (Result row : rows) {
      ObjectNode one = results.addObject();
      one.put("measure", row.measure()).put("subject", row.subject()).put("unit", row.unit());
      one.put("median", row.median()).put("low", row.low()).put("high", row.high());
      one.put("rounds", row.rounds()).put("cpuMicrosPerFact", row.cpuMicrosPerFact());
      if (row.ratio() != null) {
        one.put("ratio", row.ratio());
      }
      if (row.target() != null) {
        one.put("target", row.target()).put("missed", row.isMissed());
      }
      if (!row.note().isEmpty()) {
        one.put("note", row.note());
      }
    }
    ObjectNode busy = root.putObject("otherProcessors");
    others.forEach(busy::put);
    ObjectNode failed = root.putObject("broken");
    broken.forEach(failed::put);
    return json.writeValueAsString(root);
  }
}
