package org.cocreation.registration.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.cocreation.registration.domain.Fault;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.programme.ProgrammeDraft.MaterialDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.RoomDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.RulesDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.SessionDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.SignatoryDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.TextDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.VenueDraft;
import org.junit.jupiter.api.Test;

class ProgrammeCheckTest {
  @Test
  void fillsInWhatIsUsual() {
    ProgrammeDocument document =
        ProgrammeCheck.check(Drafts.programme(Drafts.session("webinar-1", 40)));

    assertThat(document.rules()).isEqualTo(AttendanceRules.USUAL);
    assertThat(document.sectors()).isEqualTo(ProgrammeCheck.USUAL_SECTORS);
    assertThat(document.status()).isEqualTo(ProgrammeStatus.OPEN);
    assertThat(document.sessions().get(0).number()).isEqualTo(1);
    assertThat(document.sessions().get(0).endsAt()).isEqualTo("2020-02-13T18:00:00Z");
  }

  @Test
  void namesThePathOfEveryFieldAtFault() {
    SessionDraft good = Drafts.session("webinar-1", 40);
    SessionDraft bad =
        new SessionDraft(
            "Webinar 2",
            0,
            new TextDraft(" ", null),
            "2020-02-20 10:30",
            0,
            "maybe",
            new VenueDraft("BTEC", null, -1),
            new RoomDraft("rooms.example/2"),
            Arrays.asList("fine", null),
            List.of("two\nlines"),
            List.of(new MaterialDraft("Slides", "ftp://files.example/slides")));
    ProgrammeDraft draft =
        new ProgrammeDraft(
            null,
            null,
            null,
            "Belize",
            "open",
            new RulesDraft(1.5, -1, null),
            List.of(new SignatoryDraft("Ana Cal", null)),
            null,
            "not an address",
            null,
            null,
            List.of(good, bad));

    assertThat(faultsOf(draft))
        .extracting(Fault::field)
        .containsExactlyInAnyOrder(
            "title.en",
            "timeZone",
            "rules.attendedShare",
            "rules.leadMinutes",
            "signatories[0].title",
            "websiteUrl",
            "sessions[1].sessionId",
            "sessions[1].number",
            "sessions[1].title.en",
            "sessions[1].startsAt",
            "sessions[1].durationMinutes",
            "sessions[1].status",
            "sessions[1].venue.place",
            "sessions[1].venue.seats",
            "sessions[1].room.url",
            "sessions[1].topics[1]",
            "sessions[1].presenters[0]",
            "sessions[1].materials[0].url",
            "sessions[1].number");
  }

  @Test
  void refusesTwoSessionsWithOneId() {
    assertThat(
            faultsOf(
                Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-1", 2))))
        .extracting(Fault::field)
        .containsExactly("sessions[1].sessionId");
  }

  @Test
  void refusesAProgrammeWithoutSessions() {
    assertThat(faultsOf(Drafts.programme())).extracting(Fault::field).containsExactly("sessions");
  }

  @Test
  void refusesAZoneThatIsAnOffsetOnly() {
    ProgrammeDraft usual = Drafts.programme(Drafts.session("webinar-1", 1));
    ProgrammeDraft draft =
        new ProgrammeDraft(
            null,
            usual.title(),
            null,
            "-06:00",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            usual.sessions());

    assertThat(faultsOf(draft)).extracting(Fault::field).containsExactly("timeZone");
  }

  private static List<Fault> faultsOf(ProgrammeDraft draft) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> ProgrammeCheck.check(draft));
    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
    return refusal.faults();
  }
}
