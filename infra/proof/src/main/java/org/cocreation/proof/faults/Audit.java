package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cocreation.proof.faults.Evidence.Delivery;
import org.cocreation.proof.faults.Evidence.Held;
import org.cocreation.proof.faults.Evidence.Registered;
import org.cocreation.proof.faults.Evidence.Told;

/**
 * Holds a ledger against what the stores, the topics and the mailbox say: every acknowledgement has
 * its fact, every fact has travelled to its end, and none did twice.
 *
 * <p>It knows the contracts and the rules of the domain, nothing of how the services work.
 */
final class Audit {

  private static final List<String> WHICH =
      List.of(
          "sessionId",
          "revision",
          "serial",
          "deliveryId",
          "failedAt",
          "promotedAt",
          "requestedAt",
          "openedAt",
          "revokedAt",
          "reinstatedAt");

  /** Said of somebody again only after the contrary was said. */
  private static final String IN_TURN = "certificate.completion-";

  private final List<Entry> ledger;
  private final Evidence evidence;
  private final boolean mailMayRepeat;
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> disordered = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int repeatedMails;

  private Audit(List<Entry> ledger, Evidence evidence, boolean mailMayRepeat) {
    this.ledger = ledger;
    this.evidence = evidence;
    this.mailMayRepeat = mailMayRepeat;
  }

  /**
   * Audits one programme.
   *
   * @param mailMayRepeat whether a death between the mail server's answer and its being written
   *     down was possible: then an e-mail may be there twice under the same Message-ID, or more
   *     often if it is {@linkplain Mails#excusable excusable}
   */
  static Findings of(List<Entry> ledger, Evidence evidence, boolean mailMayRepeat) {
    return new Audit(ledger, evidence, mailMayRepeat).run();
  }

  /** What the ledger says about one person. */
  private static final class Person {
    boolean registered;
    boolean cancelled;
    boolean unsure;
    String registration = "";
    Map<String, String> choices = Map.of();
    final Set<String> marked = new TreeSet<>();
    final Set<String> notes = new TreeSet<>();
  }

  private Findings run() {
    Map<String, Person> people = people();
    Set<String> closed =
        ledger.stream()
            .filter(e -> e.kind() == Entry.Kind.CLOSED)
            .map(e -> e.about("session"))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, List<Registered>> stored =
        evidence.registrations().stream().collect(Collectors.groupingBy(Registered::email));
    List<Told> first = firstCopies();
    Map<String, List<Told>> byKey =
        first.stream()
            .collect(Collectors.groupingBy(Told::key, LinkedHashMap::new, Collectors.toList()));
    people.forEach((email, person) -> stores(email, person, stored.getOrDefault(email, List.of())));
    for (Registered one : evidence.registrations()) {
      Person person = people.getOrDefault(one.email(), new Person());
      travelled(one, person, closed, byKey.getOrDefault(one.id(), List.of()));
    }
    people.values().forEach(person -> noted(person, byKey));
    closed.forEach(session -> announced(session, first));
    once(first);
    inOrder(first);
    mails();
    shown(byKey);
    wrong.addAll(evidence.overfull());
    wrong.addAll(evidence.deadLetters());
    lost.addAll(evidence.waiting());
    return new Findings(
        lost, doubled, disordered, wrong, evidence.records().size() - first.size(), repeatedMails);
  }

  private Map<String, Person> people() {
    Map<String, Person> people = new TreeMap<>();
    for (Entry entry : ledger) {
      if (entry.person().isEmpty()) {
        continue;
      }
      Person person = people.computeIfAbsent(entry.person(), email -> new Person());
      switch (entry.kind()) {
        case REGISTERED -> {
          person.registered = true;
          person.choices = entry.about();
        }
        case LISTED -> person.registration = entry.about("registration");
        case CHOSE -> person.choices = entry.about();
        case CANCELLED -> person.cancelled = true;
        case MARKED -> person.marked.add(entry.about("session"));
        case NOTED -> person.notes.add(entry.about("note"));
        case UNSURE -> person.unsure = true;
        case SET_UP, CLOSED -> {}
      }
    }
    return people;
  }

  /** What was acknowledged is in the store, once. */
  private void stores(String email, Person person, List<Registered> found) {
    if (person.registered && found.isEmpty()) {
      lost.add("the registration of " + email);
      return;
    }
    if (found.size() > 1) {
      doubled.add(email + " is registered " + found.size() + " times");
    }
    for (Registered one : found) {
      if (person.unsure) {
        continue;
      }
      if (!person.registration.isEmpty() && !person.registration.equals(one.id())) {
        wrong.add(email + " was listed as " + person.registration + " and is " + one.id());
      }
      if (person.cancelled == one.active()) {
        lost.add(
            person.cancelled
                ? "the cancellation of " + email
                : "the registration of " + email + ", which is cancelled");
      }
      if (!person.cancelled && !person.choices.equals(one.modes())) {
        lost.add("the choices of " + email + ": " + person.choices + ", stored " + one.modes());
      }
    }
  }

  /** What is in the store was told, taken in, judged, and mailed. */
  private void travelled(Registered one, Person person, Set<String> closed, List<Told> told) {
    String who = one.id();
    exactly(1, told, "registration.registered", who);
    exactly(1, told, "registration.contact", who);
    exactly(one.active() ? 0 : 1, told, "registration.registration-cancelled", who);
    mailed("REGISTERED", who);
    if (!one.active()) {
      mailed("CANCELLED", who);
      return;
    }
    int attended = 0;
    for (String session : closed) {
      List<Told> sheet =
          told.stream()
              .filter(t -> t.type().startsWith("attendance.attendance-"))
              .filter(t -> t.text("sessionId").equals(session))
              .toList();
      String outcome = sheet.isEmpty() ? "none" : sheet.get(sheet.size() - 1).text("outcome");
      String expected = person.marked.contains(session) ? "attended" : "not-attended";
      if (expected.equals("attended")) {
        attended++;
      }
      if (!person.unsure && !outcome.equals(expected)) {
        lost.add(who + " is told as " + outcome + " at " + session + ", not as " + expected);
      }
    }
    if (!person.unsure) {
      certified(who, !closed.isEmpty() && attended == sessions(one), told);
    }
  }

  private static int sessions(Registered one) {
    return one.modes().size();
  }

  private void certified(String who, boolean expected, List<Told> told) {
    exactly(expected ? 1 : 0, told, "certificate.certificate-issued", who);
    Held held = evidence.completions().get(who);
    if (expected && (held == null || !held.valid())) {
      lost.add("the certificate of " + who);
    }
    if (!expected && held != null) {
      wrong.add(who + " has a certificate and did not attend everything");
    }
    if (expected) {
      mailed("CERTIFICATE_ISSUED", who);
    }
  }

  /**
   * Every note that was submitted is there, told and confirmed; nobody has more than they wrote.
   */
  private void noted(Person person, Map<String, List<Told>> byKey) {
    for (String note : person.notes) {
      Evidence.Note kept = evidence.notes().get(note);
      if (kept == null || !kept.submitted()) {
        lost.add("the note " + note + (kept == null ? "" : ", which is a draft"));
        continue;
      }
      exactly(1, byKey.getOrDefault(note, List.of()), "submission.note-submitted", note);
      mailed("NOTE_RECEIVED", kept.registration());
      long written =
          evidence.notes().values().stream()
              .filter(one -> one.registration().equals(kept.registration()))
              .count();
      if (!person.unsure && written > person.notes.size()) {
        doubled.add(kept.registration() + " has " + written + " notes");
      }
    }
  }

  private void announced(String session, List<Told> first) {
    if (first.stream()
        .noneMatch(
            t ->
                t.type().equals("attendance.session-closed")
                    && t.text("sessionId").equals(session))) {
      lost.add("the closing of " + session);
    }
  }

  private void exactly(int expected, List<Told> told, String type, String who) {
    List<Told> found =
        told.stream().filter(t -> t.type().equals(type) && t.body() != null).toList();
    if (found.size() < expected) {
      lost.add(type + " of " + who + " is not on its topic");
    } else if (expected == 0 && !found.isEmpty()) {
      wrong.add(type + " of " + who + " is on its topic, and should not");
    }
  }

  private void mailed(String template, String who) {
    List<Delivery> found =
        evidence.deliveries().stream()
            .filter(d -> d.registration().equals(who) && d.template().equals(template))
            .toList();
    if (found.isEmpty()) {
      lost.add("the e-mail " + template + " to " + who);
    } else if (found.size() > 1) {
      doubled.add("the e-mail " + template + " to " + who + ": " + found.size() + " deliveries");
    }
  }

  /** Of each event the first copy; a later one with the same id is known by it. */
  private List<Told> firstCopies() {
    Set<String> ids = new HashSet<>();
    List<Told> first = new ArrayList<>();
    for (Told one : evidence.records()) {
      if (ids.add(one.topic() + " " + one.id())) {
        first.add(one);
      }
    }
    return first;
  }

  /** The same fact was not told under two ids. */
  private void once(List<Told> first) {
    Map<String, Told> seen = new HashMap<>();
    for (Told one : first) {
      if (one.body() == null || one.type().startsWith(IN_TURN)) {
        continue;
      }
      String fact = family(one) + " of " + one.key() + which(one);
      Told before = seen.putIfAbsent(fact, one);
      if (before != null) {
        doubled.add(fact + " is told as " + before.id() + " and as " + one.id());
      }
    }
  }

  /** Recorded and corrected share one sequence of revisions. */
  private static String family(Told one) {
    return one.type().startsWith("attendance.attendance-") ? "attendance" : one.type();
  }

  private static String which(Told one) {
    StringBuilder which = new StringBuilder();
    for (String field : WHICH) {
      String value = one.text(field);
      if (!value.isEmpty()) {
        which.append(' ').append(field).append('=').append(value);
      }
    }
    return which.toString();
  }

  /** First copies come in the order of their revisions; nothing comes before the registration. */
  private void inOrder(List<Told> first) {
    Map<String, Integer> latest = new HashMap<>();
    Map<String, String> inTurn = new HashMap<>();
    Set<String> registered = new HashSet<>();
    for (Told one : first) {
      if (one.type().startsWith(IN_TURN) && one.type().equals(inTurn.put(one.key(), one.type()))) {
        doubled.add(one.type() + " of " + one.key() + " is told twice in a row");
      }
      if (one.type().equals("registration.registered")) {
        registered.add(one.key());
      } else if (one.topic().equals("registration.events")
          && one.key().equals(one.text("registrationId"))
          && !registered.contains(one.key())) {
        disordered.add(one.type() + " of " + one.key() + " is told before its registration");
      }
      int revision = one.body() == null ? 0 : one.body().path("revision").asInt(0);
      if (revision > 0) {
        String sequence = family(one) + " of " + one.key() + " " + one.text("sessionId");
        Integer before = latest.put(sequence, revision);
        if (before != null && before > revision) {
          disordered.add(sequence + ": revision " + revision + " is told after " + before);
        }
      }
    }
  }

  /** The live page counts what there is: nobody left out, and nobody twice. */
  private void shown(Map<String, List<Told>> byKey) {
    Map<String, Long> expected = new TreeMap<>();
    expected.put(
        "registered", evidence.registrations().stream().filter(Registered::active).count());
    expected.put("present", byKey.values().stream().filter(Audit::wasPresent).count());
    expected.put("certified", evidence.completions().values().stream().filter(Held::valid).count());
    expected.put(
        "submitted", evidence.notes().values().stream().filter(Evidence.Note::submitted).count());
    expected.forEach(
        (stage, count) -> {
          Integer shown = evidence.shown().get(stage);
          if (shown == null || shown != count.intValue()) {
            wrong.add("the live page shows " + shown + " " + stage + ", and there are " + count);
          }
        });
  }

  private static boolean wasPresent(List<Told> toldOfOne) {
    Map<String, String> outcomes = new HashMap<>();
    toldOfOne.stream()
        .filter(told -> told.type().startsWith("attendance.attendance-"))
        .forEach(told -> outcomes.put(told.text("sessionId"), told.text("outcome")));
    return outcomes.containsValue("attended");
  }

  private void mails() {
    for (Delivery delivery : evidence.deliveries()) {
      if (!delivery.state().equals("SENT")) {
        lost.add(
            "the e-mail "
                + delivery.template()
                + " to "
                + delivery.registration()
                + " is "
                + delivery.state());
      }
      int arrived = evidence.mails().of(delivery.id()).size();
      if (delivery.state().equals("SENT") && arrived == 0) {
        lost.add(
            "the e-mail "
                + delivery.template()
                + " to "
                + delivery.registration()
                + " is said to be sent and did not arrive");
      }
      repeatedMails += Math.max(0, arrived - 1);
      if (mailMayRepeat ? !evidence.mails().excusable(delivery.id()) : arrived > 1) {
        doubled.add(
            "the e-mail "
                + delivery.template()
                + " to "
                + delivery.registration()
                + " arrived "
                + arrived
                + " times");
      }
    }
  }
}
