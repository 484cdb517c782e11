package org.cocreation.attendance.domain.matching.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cocreation.attendance.domain.roster.Person;

/** What a rule makes of the sessions of a programme, held against what is true. */
final class Comparison {

  static final int SESSIONS = 3;

  private Comparison() {}

  /** Plays all sessions; what is asked in one is decided before the next. */
  static List<Result> play(Rule rule, List<Person> roster, long seed, int mostRows) {
    List<Result> results = new ArrayList<>();
    for (int session = 1; session <= SESSIONS; session++) {
      List<Row> rows = Session.of(seed, session, roster, mostRows);
      List<Rule.Answer> answers = rule.judge(session, rows);
      results.add(result(rule, roster.size(), session, rows, answers));
      List<Row> asked = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (!answers.get(i).asked().isEmpty()) {
          asked.add(rows.get(i));
        }
      }
      rule.decided(session, asked);
    }
    return results;
  }

  private static Result result(
      Rule rule, int people, int session, List<Row> rows, List<Rule.Answer> answers) {
    Set<String> there = new TreeSet<>();
    Set<String> credited = new HashSet<>();
    Set<String> pending = new HashSet<>();
    Set<String> questions = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    int hidden = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Rule.Answer answer = answers.get(i);
      there.addAll(row.truly());
      credited.addAll(answer.credited());
      if (row.hidden()) {
        pending.addAll(row.truly());
      }
      if (!answer.asked().isEmpty()) {
        questions.add(answer.asked());
        pending.addAll(row.truly());
      }
      for (String person : answer.credited()) {
        if (!row.truly().contains(person)) {
          if (row.hidden()) {
            hidden++;
          } else {
            wrong.add(row + " → " + person);
          }
        }
      }
    }
    there.removeAll(credited);
    there.removeAll(pending);
    return new Result(
        rule.title(),
        people,
        session,
        rows.size(),
        wrong,
        hidden,
        rows.stream()
            .filter(row -> row.truly().stream().anyMatch(there::contains))
            .map(Row::toString)
            .toList(),
        questions.size());
  }

  /** A table for people. */
  static String table(List<Result> results) {
    StringBuilder table = new StringBuilder();
    table.append(
        "| roster | session | rows | rule | wrong credits | nobody could see | missed credits |"
            + " questions |\n|---:|---:|---:|---|---:|---:|---:|---:|\n");
    for (Result each : results) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %d | %,d | %s | %,d | %,d | %,d | %,d |%n",
              each.people(),
              each.session(),
              each.rows(),
              each.rule(),
              each.wrong().size(),
              each.hidden(),
              each.missed().size(),
              each.questions()));
    }
    return table.toString();
  }

  /**
   * What a rule made of one session.
   *
   * @param rule which
   * @param people on the roster
   * @param session its number
   * @param rows in the list
   * @param wrong credits to somebody who was not behind the row
   * @param hidden wrong credits that nothing in the row can show
   * @param missed rows of people who were there, got no credit, and about whom nobody is asked;
   *     without those who signed in under another name
   * @param questions that a coordinator is asked
   */
  record Result(
      String rule,
      int people,
      int session,
      int rows,
      List<String> wrong,
      int hidden,
      List<String> missed,
      int questions) {}
}
