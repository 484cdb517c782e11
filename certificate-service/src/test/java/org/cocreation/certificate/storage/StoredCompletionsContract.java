package org.cocreation.certificate.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.cocreation.certificate.domain.Attendance;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.Closing;
import org.cocreation.certificate.domain.Completion;
import org.cocreation.certificate.domain.Completions;
import org.cocreation.certificate.domain.Enrolment;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Mode;
import org.cocreation.certificate.domain.Occasion;
import org.cocreation.certificate.domain.Person;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Presence;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Serial;
import org.cocreation.certificate.domain.Session;
import org.cocreation.certificate.domain.Signatory;
import org.cocreation.certificate.domain.Verdict;
import org.cocreation.certificate.domain.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** What the domain relies on, of whatever store is below. */
abstract class StoredCompletionsContract {

  private static final Instant NOW = Instant.parse("2020-02-28T15:00:00.250Z");

  @Autowired private StoredCompletions completions;
  @Autowired private StoredProgrammes programmes;
  private final String programmeId = "p-" + UUID.randomUUID();

  private Programme programme() {
    return Programme.unheardOf(programmeId)
        .planned(
            new Plan(
                3,
                new Words("Open Belize", "Belice abierto"),
                "America/Belize",
                false,
                0.6667,
                List.of(new Session("webinar-1", 1, new Words("Webinar 1", null), NOW, 90, false)),
                List.of(new Signatory("Rosa", "Director")),
                List.of("Trust")))
        .closed(new Closing("webinar-1", 1));
  }

  private Completion certified(String id, long seed) {
    return Completion.unheardOf(id, programmeId)
        .enrolled(Enrolment.REGISTERED, NOW)
        .linked("hash-" + id, NOW)
        .named(new Person("Ana Peña", Language.ES), 2)
        .attended(
            new Attendance(
                "webinar-1",
                1,
                Presence.ATTENDED,
                Mode.VENUE,
                null,
                60,
                90,
                new Words("mark", "marca"),
                NOW,
                false))
        .judged(programme(), Occasion.ATTENDANCE, NOW, new Random(seed))
        .completion();
  }

  private void keep(Completion completion) {
    completions.changeAll(
        List.of(
            new Completions.Change(
                completion.registrationId(),
                null,
                before -> new Completions.Outcome(completion, List.of()))));
  }

  @Test
  void givesBackExactlyWhatWasKept() {
    Completion certified = certified(UUID.randomUUID().toString(), 11);
    keep(certified);
    assertThat(completions.find(certified.registrationId())).contains(certified);
    Completion outOfReach =
        certified
            .attended(
                new Attendance(
                    "webinar-1",
                    2,
                    Presence.NOT_ATTENDED,
                    Mode.NONE,
                    null,
                    60,
                    90,
                    new Words("no trace", null),
                    NOW,
                    true))
            .judged(programme(), Occasion.ATTENDANCE, NOW, new Random(11))
            .completion();
    assertThat(outOfReach.outOfReachSince()).isEqualTo(NOW);
    keep(outOfReach);
    assertThat(completions.find(certified.registrationId())).contains(outOfReach);
    Completion bare = Completion.unheardOf(UUID.randomUUID().toString(), programmeId);
    keep(bare);
    assertThat(completions.find(bare.registrationId())).contains(bare);
    assertThat(completions.find("nobody")).isEmpty();
  }

  @Test
  void findsByLinkAndBySerialAndManyWithoutOne() {
    Completion certified = certified(UUID.randomUUID().toString(), 12);
    keep(certified);
    keep(Completion.unheardOf(UUID.randomUUID().toString(), programmeId));
    keep(Completion.unheardOf(UUID.randomUUID().toString(), programmeId));
    String serial = Objects.requireNonNull(certified.certificate()).serial();
    assertThat(completions.bearing(new Serial(serial))).contains(certified);
    assertThat(completions.openedBy("hash-" + certified.registrationId())).contains(certified);
    assertThat(completions.openedBy("hash")).isEmpty();
  }

  @Test
  void neverKeepsOneSerialTwice() {
    keep(certified(UUID.randomUUID().toString(), 13));
    Completion other = certified(UUID.randomUUID().toString(), 13);
    assertThatThrownBy(
            () ->
                completions.change(
                    new Completions.Change(
                        other.registrationId(),
                        null,
                        before -> new Completions.Outcome(other, List.of()))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void listsAPageInOrderAndByFilter() {
    for (int i = 0; i < 5; i++) {
      keep(certified("page-" + i + "-" + programmeId, 100 + i + programmeId.hashCode()));
    }
    keep(Completion.unheardOf("page-9-" + programmeId, programmeId));
    Completions.Filter all = new Completions.Filter(null, null);
    List<Completion> first = completions.page(programmeId, all, null, 4);
    assertThat(first).extracting(Completion::registrationId).isSorted().hasSize(4);
    assertThat(completions.page(programmeId, all, first.get(3).registrationId(), 4)).hasSize(2);
    assertThat(
            completions.page(
                programmeId,
                new Completions.Filter(Verdict.COMPLETE, Certificate.Status.VALID),
                null,
                10))
        .hasSize(5);
    assertThat(completions.page(programmeId, new Completions.Filter(Verdict.OPEN, null), null, 10))
        .hasSize(1);
    assertThat(completions.page("another", all, null, 10)).isEmpty();
  }

  @Test
  void findsWhoWasJudgedAgainstAnOlderRevision() {
    keep(certified("judged-1-" + programmeId, programmeId.hashCode()));
    keep(Completion.unheardOf("judged-2-" + programmeId, programmeId));
    assertThat(completions.judgedBefore(programmeId, 3, 10)).hasSize(1);
    assertThat(completions.judgedBefore(programmeId, 4, 10)).hasSize(2);
    assertThat(completions.judgedBefore(programmeId, 4, 1)).hasSize(1);
  }

  @Test
  void takesACauseInOnce() {
    String id = UUID.randomUUID().toString();
    Completion first = Completion.unheardOf(id, programmeId);
    Completion second = first.linked("hash", NOW);
    completions.changeAll(
        List.of(
            new Completions.Change(id, "e-1", b -> new Completions.Outcome(first, List.of())),
            new Completions.Change(id, "e-1", b -> new Completions.Outcome(second, List.of()))));
    assertThat(completions.find(id)).contains(first);
    assertThat(
            completions.change(
                new Completions.Change(id, null, kept -> Completions.Outcome.unchanged())))
        .isEqualTo(Optional.of(first));
  }

  @Test
  void keepsProgrammes() {
    programmes.change(programmeId, before -> programme());
    assertThat(programmes.find(programmeId)).contains(programme());
    programmes.change(programmeId, before -> before);
    assertThat(programmes.findAll(List.of(programmeId, "another"))).containsOnlyKeys(programmeId);
    assertThat(programmes.all()).contains(programme());
  }
}
