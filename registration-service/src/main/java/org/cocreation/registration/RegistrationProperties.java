package org.cocreation.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about registration.
 *
 * @param settleAfter age at which the sweep finishes what a crash left behind; longer than any
 *     request lives
 * @param sweepEvery pause between two sweeps
 * @param waitingLimit longest waiting list of a session
 * @param limits how often the public may knock
 */
@ConfigurationProperties("cocreation.registration")
@Validated
public record RegistrationProperties(
    @NotNull @DefaultValue("10s") Duration settleAfter,
    @NotNull @DefaultValue("5s") Duration sweepEvery,
    @Min(0) @DefaultValue("10000") int waitingLimit,
    @Valid @NotNull @DefaultValue Limits limits) {

  /**
   * How often the public may knock.
   *
   * @param registrations per client address and minute
   * @param registrationsPerEmail per e-mail address and hour
   * @param links requests for a fresh link, per client address and minute
   * @param linksPerEmail the same, per e-mail address and hour
   * @param remembered addresses remembered at most; the one longest unheard of is forgotten first
   */
  public record Limits(
      @Min(1) @DefaultValue("300") int registrations,
      @Min(1) @DefaultValue("20") int registrationsPerEmail,
      @Min(1) @DefaultValue("60") int links,
      @Min(1) @DefaultValue("5") int linksPerEmail,
      @Min(100) @DefaultValue("20000") int remembered) {}
}
