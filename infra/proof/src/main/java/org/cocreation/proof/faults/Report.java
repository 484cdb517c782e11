package org.cocreation.proof.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run came to, for people and for programs. */
record Report(
    long seed, boolean isShort, String plant, Instant at, double seconds, List<Row> rows) {

  private static final int WORST_SHOWN = 12;
  private static final int WORST_KEPT = 200;

  Report {
    rows = List.copyOf(rows);
  }

  boolean ok() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::ok);
  }

  String asTable() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-24s %5s %6s %7s %5s %7s %7s %6s %8s %9s%n",
            "fault",
            "times",
            "people",
            "acked",
            "lost",
            "doubled",
            "order",
            "wrong",
            "re-mail",
            "recovery"));
    for (Row row : rows) {
      Findings f = row.findings();
      text.append(
          String.format(
              Locale.ROOT,
              "%-24s %5d %6d %7d %5d %7d %7d %6d %8d %9.1f  %s%n",
              row.fault(),
              row.times(),
              row.people(),
              row.acknowledged(),
              f.lost().size(),
              f.doubled().size(),
              f.disordered().size(),
              f.wrong().size() + row.wrong().size(),
              f.repeatedMails(),
              row.recoverySeconds(),
              row.ok() ? "ok" : "FAILED"));
    }
    for (Row row : rows) {
      List<String> all = new ArrayList<>(row.findings().all());
      all.addAll(row.wrong());
      all.stream()
          .limit(WORST_SHOWN)
          .forEach(one -> text.append(row.fault()).append(": ").append(one).append('\n'));
      if (all.size() > WORST_SHOWN) {
        text.append(row.fault()).append(": … and ").append(all.size() - WORST_SHOWN);
        text.append(" more\n");
      }
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%s. Seed %d, %.0f s, %d processors, Java %s, %s",
                ok() ? "Nothing lost, nothing doubled, order kept" : "FAILED",
                seed,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                at))
        .toString();
  }

  String asJson() {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = json.createObjectNode();
    root.put("ok", ok()).put("seed", seed).put("short", isShort).put("plant", plant);
    root.put("at", at.toString()).put("seconds", seconds);
    root.put("processors", Runtime.getRuntime().availableProcessors());
    root.put("java", System.getProperty("java.version"));
    ArrayNode faults = root.putArray("faults");
    for (Row row : rows) {
      Findings f = row.findings();
      ObjectNode one = faults.addObject();
      one.put("fault", row.fault()).put("ok", row.ok()).put("times", row.times());
      one.put("people", row.people()).put("acknowledged", row.acknowledged());
      one.put("lost", f.lost().size()).put("doubled", f.doubled().size());
      one.put("disordered", f.disordered().size());
      one.put("wrong", f.wrong().size() + row.wrong().size());
      one.put("repeatedRecords", f.repeatedRecords()).put("repeatedMails", f.repeatedMails());
      one.put("recoverySeconds", row.recoverySeconds()).put("quietSeconds", row.quietSeconds());
      ObjectNode refusals = one.putObject("refusals");
      row.refusals().forEach((status, count) -> refusals.put(status.toString(), count));
      ArrayNode found = one.putArray("found");
      f.all().stream().limit(WORST_KEPT).forEach(found::add);
      row.wrong().stream().limit(WORST_KEPT).forEach(found::add);
    }
    return json.writeValueAsString(root);
  }
}
