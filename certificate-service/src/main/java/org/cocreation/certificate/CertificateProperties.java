package org.cocreation.certificate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code certificate}.
 *
 * @param judging how people are judged anew after a change of their programme
 */
@Validated
@ConfigurationProperties("certificate")
public record CertificateProperties(@Valid @DefaultValue Judging judging) {

  /**
   * Judging anew.
   *
   * @param batch people per read and bulk write
   * @param interval how often those left behind are looked for
   */
  public record Judging(
      @Min(1) @Max(10_000) @DefaultValue("500") int batch, @DefaultValue("2s") Duration interval) {}
}
