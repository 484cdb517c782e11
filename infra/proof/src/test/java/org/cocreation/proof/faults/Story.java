package org.cocreation.proof.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.proof.faults.Entry.Kind;
import org.cocreation.proof.faults.Evidence.Delivery;
import org.cocreation.proof.faults.Evidence.Held;
import org.cocreation.proof.faults.Evidence.Registered;
import org.cocreation.proof.faults.Evidence.Told;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A programme with three people as it is when nothing went wrong: Ana attended everything, Ben
 * missed the second session, Carl cancelled. Tests spoil it.
 */
final class Story {

  static final String PROGRAMME = "story";

  final Map<String, Evidence.Note> notes = new java.util.TreeMap<>();
  final List<Entry> ledger = new ArrayList<>();
  final List<Registered> registrations = new ArrayList<>();
  final Map<String, Held> completions = new HashMap<>();
  final List<Delivery> deliveries = new ArrayList<>();
  final List<Told> records = new ArrayList<>();
  final Map<String, List<Instant>> mails = new HashMap<>();
  final List<Instant> cutOffs = new ArrayList<>();
  final List<String> overfull = new ArrayList<>();
  final List<String> deadLetters = new ArrayList<>();
  final List<String> waiting = new ArrayList<>();
  final Map<String, Integer> shown =
      new HashMap<>(Map.of("registered", 2, "present", 2, "certified", 1, "submitted", 0));
  private int ids;

  Story() {
    acknowledged(Kind.SET_UP, "", Map.of());
    person("ana", true, List.of("first", "second"));
    person("ben", true, List.of("first"));
    person("carl", false, List.of());
    for (String session : List.of("first", "second")) {
      acknowledged(Kind.CLOSED, "", Map.of("session", session));
      tell("attendance.session-closed", PROGRAMME, Map.of("sessionId", session, "revision", 1));
    }
    completions.put("r-ana", new Held("7K3M", true));
    tell("certificate.certificate-issued", "r-ana", Map.of("serial", "7K3M"));
    mail("CERTIFICATE_ISSUED", "r-ana");
  }

  private void person(String name, boolean stays, List<String> attended) {
    String id = "r-" + name;
    String email = name + "@load.example";
    Map<String, String> choices = Map.of("first", "online", "second", "venue");
    acknowledged(Kind.REGISTERED, email, choices);
    acknowledged(Kind.LISTED, email, Map.of("registration", id));
    registrations.add(new Registered(id, email, stays, choices));
    tell("registration.registered", id, Map.of("registrationId", id));
    tell("registration.contact", id, Map.of("revision", 1));
    mail("REGISTERED", id);
    if (!stays) {
      acknowledged(Kind.CANCELLED, email, Map.of());
      tell("registration.registration-cancelled", id, Map.of("registrationId", id));
      mail("CANCELLED", id);
      return;
    }
    for (String session : List.of("first", "second")) {
      boolean here = attended.contains(session);
      if (here) {
        acknowledged(Kind.MARKED, email, Map.of("session", session));
      }
      String outcome = here ? "attended" : "not-attended";
      tell(
          "attendance.attendance-recorded",
          id,
          Map.of("sessionId", session, "revision", 1, "outcome", outcome));
    }
  }

  void acknowledged(Kind kind, String email, Map<String, String> about) {
    ledger.add(new Entry(Instant.EPOCH, kind, PROGRAMME, email, about));
  }

  /** Adds a record at the end of its topic. */
  Told tell(String type, String key, Map<String, Object> fields) {
    String service = type.substring(0, type.indexOf('.'));
    boolean contact = type.equals("registration.contact");
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("programmeId", PROGRAMME);
    fields.forEach((name, value) -> body.set(name, JsonMapper.shared().valueToTree(value)));
    ids++;
    Told told =
        new Told(
            contact ? "registration.contacts" : service + ".events",
            0,
            records.size(),
            key,
            "id-" + ids,
            type,
            body);
    records.add(told);
    return told;
  }

  void mail(String template, String registration) {
    String id = "d-" + template + "-" + registration;
    deliveries.add(new Delivery(id, registration, template, "SENT"));
    arrive(id, 0);
  }

  /** An e-mail arrives, that many seconds after the story began. */
  void arrive(String id, int second) {
    mails.computeIfAbsent(id, first -> new ArrayList<>()).add(at(second));
  }

  /** What sends e-mails is killed. */
  void cutOff(int second) {
    cutOffs.add(at(second));
  }

  private static Instant at(int second) {
    return Instant.parse("2020-02-13T15:00:00Z").plusSeconds(second);
  }

  void forget(String type, String key) {
    records.removeIf(one -> one.type().equals(type) && one.key().equals(key));
  }

  Findings audited() {
    return audited(false);
  }

  Findings audited(boolean mailMayRepeat) {
    return Audit.of(
        ledger,
        new Evidence(
            registrations,
            completions,
            notes,
            deliveries,
            records,
            new Mails(mails, cutOffs),
            overfull,
            deadLetters,
            waiting,
            shown),
        mailMayRepeat);
  }
}
