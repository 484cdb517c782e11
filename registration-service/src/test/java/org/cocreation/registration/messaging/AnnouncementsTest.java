package org.cocreation.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cocreation.messaging.Announcement;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.programme.ProgrammeCheck;
import org.cocreation.registration.domain.programme.ProgrammeSet;
import org.cocreation.registration.domain.registration.EmailAddress;
import org.cocreation.registration.domain.registration.IssuedLink;
import org.cocreation.registration.domain.registration.Language;
import org.cocreation.registration.domain.registration.Links;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.RegistrationEvent;
import org.cocreation.registration.domain.registration.SettledChoice;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private static final RegistrationId ANA = new RegistrationId("01J9ZANA");
  private static final ProgrammeId BELIZE = new ProgrammeId("belize-2020");
  private static final SessionId FIRST = new SessionId("webinar-1");
  private static final Instant NOW = Instant.parse("2020-01-20T12:00:00.123Z");
  private static final IssuedLink LINK = new IssuedLink(Links.hash("token"), "c2VhbGVk");
  private static final List<SettledChoice> CHOICES =
      List.of(
          new SettledChoice(FIRST, Mode.VENUE, Standing.SEAT),
          new SettledChoice(new SessionId("webinar-2"), Mode.VENUE, Standing.waiting(3)),
          new SettledChoice(new SessionId("webinar-3"), Mode.ONLINE, Standing.SEAT),
          new SettledChoice(new SessionId("webinar-4"), Mode.NONE, Standing.NONE));

  @Test
  void everyAnnouncementIsAsItsContractSays() {
    for (Announcement announcement : everything()) {
      Object body = announcement.body();
      if (body != null) {
        Contract.assertValid(announcement.type(), body);
      }
    }
  }

  @Test
  void announcesWhatIsDeclaredAndNothingElse() {
    Wiring.of("registration")
        .assertSends(
            everything().stream()
                .map(
                    announcement ->
                        announcement.body() == null
                            ? Wiring.Fact.tombstone(announcement.topic())
                            : new Wiring.Fact(announcement.topic(), announcement.type()))
                .distinct()
                .toList());
  }

  @Test
  void personalDataIsInTheContactsOnly() {
    for (Announcement announcement : everything()) {
      if (announcement.topic().equals(Topics.EVENTS)) {
        assertThat(String.valueOf(announcement.body()))
            .doesNotContain("ana@")
            .doesNotContain("Ana Cal");
      }
      assertThat(announcement.key()).isIn(ANA.value(), BELIZE.value());
    }
  }

  @Test
  void saysTheWaitingPositionOnlyToThoseWhoWait() {
    Object body = everything().get(0).body();

    assertThat(body).isInstanceOf(RegistrationAnnouncer.Registered.class);
    assertThat(((RegistrationAnnouncer.Registered) Objects.requireNonNull(body)).choices())
        .extracting(RegistrationAnnouncer.ChoiceBody::waitingPosition)
        .containsExactly(null, 3, null, null);
  }

  private static List<Announcement> everything() {
    Person person =
        Person.of(
            "Ana Cal",
            EmailAddress.parse("ana@civic.example").orElseThrow(),
            null,
            "other",
            "Toledo",
            Language.ES);
    List<RegistrationEvent> events =
        List.of(
            new RegistrationEvent.Registered(ANA, BELIZE, NOW, LINK, "other", "Toledo", CHOICES),
            new RegistrationEvent.ContactSet(ANA, BELIZE, 1, person),
            new RegistrationEvent.ChoicesChanged(ANA, BELIZE, 2, NOW, CHOICES),
            new RegistrationEvent.PlacePromoted(ANA, BELIZE, FIRST, NOW),
            new RegistrationEvent.Cancelled(ANA, BELIZE, NOW),
            new RegistrationEvent.LinkReplaced(ANA, BELIZE, LINK, NOW),
            new RegistrationEvent.JoinLinkOpened(ANA, BELIZE, "01J9ZANA/webinar-1/1", FIRST, NOW),
            new RegistrationEvent.Erased(ANA, BELIZE, NOW));
    List<Announcement> all = new ArrayList<>();
    RegistrationAnnouncer announcer = new RegistrationAnnouncer();
    events.forEach(event -> all.addAll(announcer.announce(event)));
    all.addAll(
        new ProgrammeAnnouncer()
            .announce(
                new ProgrammeSet(
                    BELIZE,
                    1,
                    ProgrammeCheck.check(
                        Drafts.programme(
                            Drafts.session("webinar-1", 1), Drafts.onlineOnly("webinar-2"))))));
    return all;
  }
}
