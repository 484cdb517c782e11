package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demonstration came to: each thing that the story promises beside what was seen, and the
 * addresses to open.
 */
public final class Outcome {

  private final String programmeId;
  private final List<Check> checks = new ArrayList<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  Outcome(String programmeId) {
    this.programmeId = programmeId;
  }

  /** Notes what was expected and what was seen. */
  void check(String what, Object expected, Object seen) {
    checks.add(
        new Check(
            what, String.valueOf(expected), String.valueOf(seen), Objects.equals(expected, seen)));
  }

  void address(String what, String address) {
    addresses.put(what, address);
  }

  /** Whether everything came out as the story says. */
  public boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  /** Each thing that was looked at, in the order of the story. */
  public List<Check> checks() {
    return List.copyOf(checks);
  }

  /** The outcome as a person reads it. */
  public String asTable() {
    int what = width(checks.stream().map(Check::what).toList());
    int expected =
        Math.max("expected".length(), width(checks.stream().map(Check::expected).toList()));
    StringBuilder table = new StringBuilder();
    table
        .append('\n')
        .append(String.format("   %-" + what + "s  %" + expected + "s   seen%n", "", "expected"));
    for (Check check : checks) {
      table.append(
          String.format(
              " %s %-" + what + "s  %" + expected + "s   %s%n",
              check.ok() ? "✓" : "✗",
              check.what(),
              check.expected(),
              check.seen()));
    }
    table.append('\n');
    int name = width(List.copyOf(addresses.keySet()));
    addresses.forEach(
        (label, address) ->
            table.append(String.format("   %-" + name + "s  %s%n", label, address)));
    long wrong = checks.stream().filter(check -> !check.ok()).count();
    table.append('\n');
    table.append(
        wrong == 0
            ? "   The programme came out as it should: "
                + checks.size()
                + " of "
                + checks.size()
                + ".\n"
            : "   "
                + wrong
                + " of "
                + checks.size()
                + " things are not as they should be (marked ✗).\n");
    return table.toString();
  }

  /** The same for programs. */
  public String asJson() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("ok", ok());
    view.put("programmeId", programmeId);
    view.put("checks", checks);
    view.put("addresses", addresses);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(view);
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  /**
   * One thing that the story promises.
   *
   * @param what in a coordinator's words
   * @param expected what the story says
   * @param seen what the platform shows
   * @param ok whether they are the same
   */
  public record Check(String what, String expected, String seen, boolean ok) {}
}
