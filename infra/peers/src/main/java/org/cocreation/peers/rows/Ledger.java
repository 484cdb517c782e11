package org.cocreation.peers.rows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cocreation.peers.rows.Rows.Row;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Delivery;
import org.cocreation.peers.work.Person;
import org.cocreation.peers.work.Recipient;
import org.cocreation.peers.work.Setting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each stage keeps in a relational database, with what is to be told in the same transaction:
 * a page of attendances together, everything else record by record.
 */
public final class Ledger {

  private final TransactionTemplate together;
  private final Rows<Person> people;
  private final Rows<Attendance> attendances;
  private final Rows<Completion> completions;
  private final Rows<Recipient> recipients;
  private final Rows<Delivery> deliveries;

  /** Makes the tables that are missing. */
  public Ledger(JdbcTemplate jdbc, TransactionTemplate together) {
    this.together = together;
    people = new Rows<>(jdbc, "people", Person.class);
    attendances = new Rows<>(jdbc, "attendance", Attendance.class);
    completions = new Rows<>(jdbc, "completions", Completion.class);
    recipients = new Rows<>(jdbc, "recipients", Recipient.class);
    deliveries = new Rows<>(jdbc, "deliveries", Delivery.class);
  }

  /** Makes people known. */
  public void prepare(String programmeId, int many) {
    for (int from = 0; from < many; from += 1_000) {
      List<Person> some = new ArrayList<>();
      for (int i = from; i < Math.min(many, from + 1_000); i++) {
        some.add(Person.of(programmeId, i));
      }
      together.executeWithoutResult(
          transaction -> {
            people.save(rows(programmeId, some));
            completions.save(
                some.stream()
                    .map(person -> new Row(person.id(), programmeId, Completion.awaited(person)))
                    .toList());
            recipients.save(
                some.stream()
                    .map(person -> new Row(person.id(), programmeId, Recipient.of(person)))
                    .toList());
          });
    }
  }

  private static List<Row> rows(String programmeId, List<Person> some) {
    return some.stream().map(person -> new Row(person.id(), programmeId, person)).toList();
  }

  /** Records everybody's attendance, page by page, and tells it. */
  public void recordAll(String programmeId, Consumer<Attendance.Recorded> tell) {
    List<Person> page = people.page(programmeId, "", Setting.POLL);
    while (!page.isEmpty()) {
      List<Person> some = page;
      together.executeWithoutResult(
          transaction -> {
            List<Attendance> recorded =
                some.stream().map(person -> Attendance.of(person, now())).toList();
            attendances.save(
                recorded.stream().map(each -> new Row(each.id(), programmeId, each)).toList());
            recorded.forEach(each -> tell.accept(each.recorded()));
          });
      page = people.page(programmeId, page.get(page.size() - 1).id(), Setting.POLL);
    }
  }

  /** Judges somebody's completion anew, and tells of the certificate. */
  public void judge(Attendance.Recorded attendance, Consumer<Completion.Issued> tell) {
    together.executeWithoutResult(
        transaction -> {
          Completion before = completions.get(attendance.registrationId());
          Completion after = before.attended(attendance, now());
          if (!after.equals(before)) {
            completions.save(new Row(after.id(), after.programmeId(), after));
            tell.accept(after.issued());
          }
        });
  }

  /** Intends the e-mail. */
  public String intend(Completion.Issued certificate) {
    Recipient to = recipients.get(certificate.registrationId());
    Delivery delivery = Delivery.of(certificate, to, now());
    deliveries.save(new Row(delivery.id(), delivery.programmeId(), delivery));
    return delivery.id();
  }

  /** How many e-mails are intended in a programme. */
  public long intended(String programmeId) {
    return deliveries.count(programmeId);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
