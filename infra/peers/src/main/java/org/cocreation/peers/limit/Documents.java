package org.cocreation.peers.limit;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Delivery;
import org.cocreation.peers.work.Person;
import org.cocreation.peers.work.Recipient;
import org.cocreation.peers.work.Words;

/** The facts as documents and back, field by field. */
final class Documents {

  private Documents() {}

  static Document of(Person p) {
    return new Document("registrationId", p.id())
        .append("programmeId", p.programmeId())
        .append("place", p.place())
        .append("name", p.name())
        .append("email", p.email())
        .append("organisation", p.organisation())
        .append("registeredAt", Date.from(p.registeredAt()))
        .append("linkHash", p.linkHash())
        .append("sessionId", p.sessionId())
        .append("mode", p.mode())
        .append("keys", p.keys());
  }

  static Person person(Document d) {
    return new Person(
        d.getString("registrationId"),
        d.getString("programmeId"),
        d.getString("place"),
        d.getString("name"),
        d.getString("email"),
        d.getString("organisation"),
        instant(d, "registeredAt"),
        d.getString("linkHash"),
        d.getString("sessionId"),
        d.getString("mode"),
        d.getList("keys", String.class));
  }

  static Document of(Attendance a) {
    return of(a.recorded()).append("sessionKey", a.sessionKey());
  }

  private static Document of(Attendance.Recorded a) {
    return new Document("registrationId", a.registrationId())
        .append("programmeId", a.programmeId())
        .append("sessionId", a.sessionId())
        .append("revision", a.revision())
        .append("outcome", a.outcome())
        .append("mode", a.mode())
        .append("minutes", a.minutes())
        .append("requiredMinutes", a.requiredMinutes())
        .append("scheduledMinutes", a.scheduledMinutes())
        .append("why", of(a.why()))
        .append("recordedAt", Date.from(a.recordedAt()));
  }

  private static Attendance.Recorded recorded(Document d) {
    return new Attendance.Recorded(
        d.getString("registrationId"),
        d.getString("programmeId"),
        d.getString("sessionId"),
        d.getInteger("revision"),
        d.getString("outcome"),
        d.getString("mode"),
        d.getInteger("minutes"),
        d.getInteger("requiredMinutes"),
        d.getInteger("scheduledMinutes"),
        words(d, "why"),
        instant(d, "recordedAt"));
  }

  static Document of(Completion c) {
    Document document =
        new Document("registrationId", c.id())
            .append("programmeId", c.programmeId())
            .append("enrolment", c.enrolment())
            .append("enrolmentSince", Date.from(c.enrolmentSince()))
            .append("linkHash", c.linkHash())
            .append("linkSince", Date.from(c.linkSince()))
            .append("name", c.name())
            .append("language", c.language())
            .append("personRevision", c.personRevision())
            .append("attendances", c.attendances().stream().map(Documents::of).toList())
            .append("verdict", c.verdict())
            .append("judgedRevision", c.judgedRevision());
    Completion.Certificate certificate = c.certificate();
    if (certificate != null) {
      document.append("certificate", of(certificate));
    }
    return document;
  }

  private static Document of(Completion.Certificate c) {
    return new Document("serial", c.serial())
        .append("status", c.status())
        .append("issuedAt", Date.from(c.issuedAt()))
        .append("rule", of(c.rule()))
        .append(
            "evidence",
            c.evidence().stream()
                .map(
                    e ->
                        new Document("sessionId", e.sessionId())
                            .append("mode", e.mode())
                            .append("minutes", e.minutes()))
                .toList())
        .append(
            "history",
            c.history().stream()
                .map(
                    t ->
                        new Document("what", t.what())
                            .append("at", Date.from(t.at()))
                            .append("reason", of(t.reason())))
                .toList());
  }

  static Completion completion(Document d) {
    Document certificate = d.get("certificate", Document.class);
    return new Completion(
        d.getString("registrationId"),
        d.getString("programmeId"),
        d.getString("enrolment"),
        instant(d, "enrolmentSince"),
        d.getString("linkHash"),
        instant(d, "linkSince"),
        d.getString("name"),
        d.getString("language"),
        d.getInteger("personRevision"),
        d.getList("attendances", Document.class).stream().map(Documents::recorded).toList(),
        d.getString("verdict"),
        d.getInteger("judgedRevision"),
        certificate == null ? null : certificate(certificate));
  }

  private static Completion.Certificate certificate(Document d) {
    return new Completion.Certificate(
        d.getString("serial"),
        d.getString("status"),
        instant(d, "issuedAt"),
        words(d, "rule"),
        d.getList("evidence", Document.class).stream()
            .map(
                e ->
                    new Completion.Evidence(
                        e.getString("sessionId"), e.getString("mode"), e.getInteger("minutes")))
            .toList(),
        d.getList("history", Document.class).stream()
            .map(
                t -> new Completion.Turn(t.getString("what"), instant(t, "at"), words(t, "reason")))
            .toList());
  }

  static Document of(Recipient r) {
    return new Document("registrationId", r.id())
        .append("programmeId", r.programmeId())
        .append("name", r.name())
        .append("email", r.email())
        .append("language", r.language())
        .append("standing", r.standing())
        .append("standingSince", Date.from(r.standingSince()))
        .append("sealedLink", r.sealedLink());
  }

  static Recipient recipient(Document d) {
    return new Recipient(
        d.getString("registrationId"),
        d.getString("programmeId"),
        d.getString("name"),
        d.getString("email"),
        d.getString("language"),
        d.getString("standing"),
        instant(d, "standingSince"),
        d.getString("sealedLink"));
  }

  static Document of(Delivery d) {
    return new Document("deliveryId", d.id())
        .append("registrationId", d.registrationId())
        .append("programmeId", d.programmeId())
        .append("template", d.template())
        .append("cause", d.cause())
        .append(
            "facts",
            new Document("at", Date.from(d.at()))
                .append("choices", List.of())
                .append("withdrawn", List.of())
                .append("changes", List.of())
                .append("reference", d.reference()))
        .append("state", d.state())
        .append("attempts", d.attempts())
        .append("createdAt", Date.from(d.createdAt()))
        .append("dueAt", Date.from(d.dueAt()));
  }

  private static Document of(Words words) {
    return new Document("en", words.en()).append("es", words.es());
  }

  private static Words words(Document d, String field) {
    Document words = Objects.requireNonNull(d.get(field, Document.class));
    return new Words(words.getString("en"), words.getString("es"));
  }

  private static Instant instant(Document d, String field) {
    return d.getDate(field).toInstant();
  }
}
