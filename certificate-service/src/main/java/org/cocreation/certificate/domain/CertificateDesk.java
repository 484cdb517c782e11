package org.cocreation.certificate.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What coordinators and the public do with issued certificates. */
public final class CertificateDesk {

  private final Completions completions;
  private final Programmes programmes;
  private final Clock clock;

  public CertificateDesk(Completions completions, Programmes programmes, Clock clock) {
    this.completions = completions;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** What the public may know of a serial. */
  public sealed interface Verification {

    /** It holds; {@code name} is null when the person asked to be forgotten. */
    record Valid(Certificate certificate, @Nullable String name, Programme programme)
        implements Verification {}

    /** It does not hold any more. */
    record Revoked(Certificate certificate, Programme programme, Instant at, Words reason)
        implements Verification {}

    /** There is none; {@code mistyped} when the check character says that it was not read right. */
    record Unknown(String serial, boolean mistyped) implements Verification {}
  }

  /** Looks a serial up, forgiving what people confuse when they type. */
  public Verification verify(String typed) {
    Optional<Serial> serial = Serial.read(typed);
    if (serial.isEmpty()) {
      return new Verification.Unknown(Serial.tidied(typed), true);
    }
    Optional<Completion> found = completions.bearing(serial.get());
    Certificate certificate = found.map(Completion::certificate).orElse(null);
    if (found.isEmpty() || certificate == null) {
      return new Verification.Unknown(serial.get().value(), false);
    }
    Completion completion = found.get();
    Programme programme = programmeOf(completion);
    if (!certificate.valid()) {
      Certificate.Turn last = certificate.last();
      return new Verification.Revoked(certificate, programme, last.at(), last.reason());
    }
    Person person = completion.person();
    return new Verification.Valid(certificate, person == null ? null : person.name(), programme);
  }

  /**
   * Revokes a certificate until a coordinator lifts that.
   *
   * @return the completion afterwards; empty when no certificate has that serial
   * @throws CertificateRefusal when a coordinator has revoked it already
   */
  public Optional<Completion> revoke(Serial serial, String coordinator, Words reason) {
    return decide(serial, completion -> completion.revoked(coordinator, reason, clock.instant()));
  }

  /**
   * Lifts a coordinator's revocation; see {@link Completion#lifted}.
   *
   * @return the completion afterwards; empty when no certificate has that serial
   * @throws CertificateRefusal when no coordinator has revoked it
   */
  public Optional<Completion> lift(Serial serial, String coordinator, Words reason) {
    return decide(
        serial,
        completion ->
            completion.lifted(programmeOf(completion), coordinator, reason, clock.instant()));
  }

  private Optional<Completion> decide(
      Serial serial, Function<Completion, Completion.Judged> decision) {
    return completions
        .bearing(serial)
        .flatMap(
            found ->
                completions.change(
                    new Completions.Change(
                        found.registrationId(),
                        null,
                        kept -> {
                          Completion.Judged judged = decision.apply(kept.orElse(found));
                          return new Completions.Outcome(judged.completion(), judged.events());
                        })));
  }

  private Programme programmeOf(Completion completion) {
    return programmes
        .find(completion.programmeId())
        .orElseGet(() -> Programme.unheardOf(completion.programmeId()));
  }
}
