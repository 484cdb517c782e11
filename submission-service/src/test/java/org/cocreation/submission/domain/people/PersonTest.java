package org.cocreation.submission.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.people.Person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

  private static final Instant ONE = Instant.parse("2020-02-01T00:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(60);
  private static final ProgrammeId BELIZE = new ProgrammeId("belize-2020");
  private final Person nobody = Person.unheardOf(new RegistrationId("r-1"));
  private final Person ana =
      nobody.registered(BELIZE, ONE, "hash").contact(1, "Ana Pott", "River Watch");

  @Test
  void comesOutTheSameWhicheverTopicIsFirst() {
    assertThat(
            nobody
                .contact(1, "Ana Pott", "River Watch")
                .certificate(true, TWO)
                .registered(BELIZE, ONE, "hash"))
        .isEqualTo(ana.certificate(true, TWO));
  }

  @Test
  void isNotChangedByHearingTheSameAgain() {
    assertThat(ana.registered(BELIZE, ONE, "hash").contact(1, "Ana Pott", "River Watch"))
        .isEqualTo(ana);
  }

  @Test
  void keepsTheNewestLink() {
    Person relinked = ana.linked(TWO, "newer");
    assertThat(relinked.registered(BELIZE, ONE, "hash").linkHash()).isEqualTo("newer");
    assertThat(relinked.linked(ONE, "older").linkHash()).isEqualTo("newer");
  }

  @Test
  void keepsTheNewestContact() {
    assertThat(ana.contact(3, "Ana Cho", null).contact(2, "Ana P.", "X").name())
        .isEqualTo("Ana Cho");
  }

  @Test
  void staysCancelledWhenTheRegistrationIsHeardAgain() {
    assertThat(ana.cancelled().registered(BELIZE, ONE, "hash").standing())
        .isEqualTo(Standing.CANCELLED);
  }

  @Test
  void keepsNothingPersonalOnceErased() {
    Person erased =
        ana.erased()
            .contact(2, "Ana", "X")
            .linked(TWO, "h")
            .registered(BELIZE, ONE, "hash")
            .cancelled();
    assertThat(erased.standing()).isEqualTo(Standing.ERASED);
    assertThat(erased.name()).isNull();
    assertThat(erased.organisation()).isNull();
    assertThat(erased.linkHash()).isNull();
  }

  @Test
  void losesNameAndOrganisationWithTheContact() {
    assertThat(ana.withoutContact().name()).isNull();
    assertThat(ana.withoutContact().standing()).isEqualTo(Standing.REGISTERED);
  }

  @Test
  void isCertifiedByTheLatestWord() {
    assertThat(
            ana.certificate(true, ONE).certificate(false, TWO).certificate(true, ONE).certified())
        .isFalse();
    assertThat(ana.certificate(false, ONE).certificate(true, TWO).certified()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "River Watch,river  watch,true",
    "The Open Society,Open Society,true",
    "Fundación Río,FUNDACION RIO,true",
    "'BTEC, Belize City',BTEC Belize City,true",
    "River Watch,River Guard,false",
    "'',''  ,false"
  })
  void seesThroughTheWaysToWriteAnOrganisation(String one, String other, boolean same) {
    assertThat(Organisations.same(one, other)).isEqualTo(same);
  }

  @Test
  void takesNoOrganisationForNobodysOrganisation() {
    assertThat(Organisations.same(null, null)).isFalse();
  }

  @Test
  void theSameNewsAgainChangesNothingHoweverFineItsTime() {
    Instant fine = Instant.parse("2020-02-01T10:00:00.123456789Z");
    Person once =
        Person.unheardOf(new RegistrationId("r-1"))
            .registered(new ProgrammeId("belize-2020"), fine, "hash")
            .certificate(true, fine);

    // As the store keeps time.
    assertThat(once.linkSince()).isEqualTo(Instant.parse("2020-02-01T10:00:00.123Z"));
    assertThat(once.certifiedAsOf()).isEqualTo(Instant.parse("2020-02-01T10:00:00.123Z"));
    assertThat(once.registered(new ProgrammeId("belize-2020"), fine, "hash")).isEqualTo(once);
    assertThat(once.certificate(true, fine)).isEqualTo(once);
  }
}
