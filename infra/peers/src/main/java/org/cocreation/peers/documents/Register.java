package org.cocreation.peers.documents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Delivery;
import org.cocreation.peers.work.Person;
import org.cocreation.peers.work.Recipient;
import org.cocreation.peers.work.Setting;
import org.springframework.data.domain.Limit;

/** What each stage keeps, fact by fact with {@code save}. */
public record Register(
    People people,
    Attendances attendances,
    Completions completions,
    Recipients recipients,
    Deliveries deliveries) {

  /** Makes people known. */
  public void prepare(String programmeId, int many) {
    for (int from = 0; from < many; from += 1_000) {
      List<Person> some = new ArrayList<>();
      for (int i = from; i < Math.min(many, from + 1_000); i++) {
        some.add(Person.of(programmeId, i));
      }
      people.saveAll(some);
      completions.saveAll(some.stream().map(Completion::awaited).toList());
      recipients.saveAll(some.stream().map(Recipient::of).toList());
    }
  }

  /** The next people of a programme after that place. */
  public List<Person> page(String programmeId, String after) {
    return people.between(after, programmeId + "0", Limit.of(Setting.POLL));
  }

  /** Records somebody's attendance. */
  public Attendance.Recorded record(Person person) {
    return attendances.save(Attendance.of(person, now())).recorded();
  }

  /** Judges somebody's completion anew; one that is complete already stays as it is. */
  public Completion.Issued judge(Attendance.Recorded attendance) {
    Completion before = completions.findById(attendance.registrationId()).orElseThrow();
    Completion after = before.attended(attendance, now());
    if (!after.equals(before)) {
      completions.save(after);
    }
    return after.issued();
  }

  /** Intends the e-mail; the one that is intended already is written again as it is. */
  public String intend(Completion.Issued certificate) {
    Recipient to = recipients.findById(certificate.registrationId()).orElseThrow();
    return deliveries.save(Delivery.of(certificate, to, now())).id();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
