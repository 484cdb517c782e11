package org.cocreation.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What can be set about this service: {@code cocreation.submission.*}. */
@Validated
@ConfigurationProperties("cocreation.submission")
public record SubmissionProperties(
    @Valid @DefaultValue Comments comments, @DefaultValue Consultation consultation) {

  /**
   * How fast comments are taken.
   *
   * @param burst comments that one address may send at once
   * @param perMinute comments that one address may send a minute after that
   * @param addresses how many addresses are remembered, in memory only
   * @param trustedProxies addresses whose X-Forwarded-For is believed
   */
  public record Comments(
      @DefaultValue("20") @Min(1) @Max(100000) int burst,
      @DefaultValue("10") @Min(1) @Max(100000) int perMinute,
      @DefaultValue("10000") @Min(1) @Max(1000000) int addresses,
      @DefaultValue({"127.0.0.1", "::1", "0:0:0:0:0:0:0:1"}) Set<String> trustedProxies) {}

  /**
   * The consultation.
   *
   * @param sweep how often consultations past their date are closed
   */
  public record Consultation(@DefaultValue("30s") Duration sweep) {}
}
