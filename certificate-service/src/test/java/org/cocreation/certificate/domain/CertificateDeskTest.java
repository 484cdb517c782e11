package org.cocreation.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cocreation.certificate.domain.CertificateDesk.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateDeskTest {

  private static final Words FRAUD = new Words("Somebody else sat there.", "Otra persona asistió.");
  private static final Words SETTLED = new Words("It was a mistake.", null);

  private final Kept kept = new Kept();
  private final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
  private final Judging judging = new Judging(kept, kept.programmes, clock, new Random(1));
  private final CertificateDesk desk = new CertificateDesk(kept, kept.programmes, clock);

  @BeforeEach
  void somebodyIsCertified() {
    judging.plan(
        Samples.PROGRAMME,
        Samples.plan(1, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3)));
    judging.takeIn(Samples.everythingAttended("r-1"));
  }

  private Certificate certificate() {
    return Objects.requireNonNull(kept.find("r-1").orElseThrow().certificate());
  }

  private Serial serial() {
    return new Serial(certificate().serial());
  }

  private void correctedTo(int revision, Presence presence) {
    judging.takeIn(List.of(Samples.fact("r-1", Samples.attendance(2, revision, presence))));
  }

  @Test
  void aValidCertificateShowsTheNameOnIt() {
    Verification verification = desk.verify(certificate().serial().replace("-", " "));
    assertThat(verification)
        .isInstanceOfSatisfying(
            Verification.Valid.class,
            valid -> assertThat(valid.name()).isEqualTo("Ana María Peña"));
  }

  @Test
  void afterErasureItShowsNoName() {
    judging.forget(List.of("r-1"));
    assertThat(desk.verify(certificate().serial()))
        .isInstanceOfSatisfying(
            Verification.Valid.class, valid -> assertThat(valid.name()).isNull());
  }

  @Test
  void aRevokedOneShowsTheReason() {
    desk.revoke(serial(), "carla", FRAUD);
    assertThat(desk.verify(certificate().serial()))
        .isInstanceOfSatisfying(
            Verification.Revoked.class, revoked -> assertThat(revoked.reason()).isEqualTo(FRAUD));
  }

  @Test
  void anUnknownOneIsUnknownAndAMistypedOneSaysSo() {
    String other = Serial.drawn(new Random(99)).value();
    assertThat(desk.verify(other)).isEqualTo(new Verification.Unknown(other, false));
    assertThat(desk.verify("7k3m")).isEqualTo(new Verification.Unknown("7K3M", true));
  }

  @Test
  void whatACoordinatorRevokedStaysSoInSpiteOfCorrections() {
    desk.revoke(serial(), "carla", FRAUD);
    correctedTo(2, Presence.NOT_ATTENDED);
    correctedTo(3, Presence.ATTENDED);
    assertThat(certificate().valid()).isFalse();
    assertThat(certificate().last().reason()).isEqualTo(FRAUD);
    desk.lift(serial(), "carla", SETTLED);
    assertThat(certificate().valid()).isTrue();
    assertThat(certificate().held()).isFalse();
  }

  @Test
  void liftingWithoutTheGroundLeavesItRevokedForTheWantOfIt() {
    desk.revoke(serial(), "carla", FRAUD);
    correctedTo(2, Presence.NOT_ATTENDED);
    desk.lift(serial(), "carla", SETTLED);
    assertThat(certificate().valid()).isFalse();
    assertThat(certificate().held()).isFalse();
    assertThat(certificate().last().reason().en()).contains("attended 2 of 3");
    correctedTo(3, Presence.ATTENDED);
    assertThat(certificate().valid()).isTrue();
  }

  @Test
  void aCoordinatorsRevocationOfOneAlreadyRevokedByRuleHoldsItToo() {
    correctedTo(2, Presence.NOT_ATTENDED);
    desk.revoke(serial(), "carla", FRAUD);
    correctedTo(3, Presence.ATTENDED);
    assertThat(certificate().valid()).isFalse();
  }

  @Test
  void refusesToRevokeTwiceAndToLiftWhatIsNotHeld() {
    assertThatThrownBy(() -> desk.lift(serial(), "carla", SETTLED))
        .isInstanceOfSatisfying(
            CertificateRefusal.class,
            refusal -> assertThat(refusal.why()).isEqualTo(CertificateRefusal.Why.NOT_REVOKED));
    desk.revoke(serial(), "carla", FRAUD);
    assertThatThrownBy(() -> desk.revoke(serial(), "carla", FRAUD))
        .isInstanceOfSatisfying(
            CertificateRefusal.class,
            refusal -> assertThat(refusal.why()).isEqualTo(CertificateRefusal.Why.ALREADY_REVOKED));
    assertThat(desk.revoke(Serial.drawn(new Random(5)), "carla", FRAUD)).isEmpty();
  }
}
