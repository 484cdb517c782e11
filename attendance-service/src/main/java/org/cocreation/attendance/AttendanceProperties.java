package org.cocreation.attendance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set of attendance beside what every service shares.
 *
 * @param maxRows the most data rows in one file
 * @param maxLineLength the most characters in one line of a file
 * @param keepQuarantined how long the contents of a file that no format recognised are kept
 * @param keepPreviews how long a file that was read is kept: for a coordinator to accept it, and
 *     for accepting it again after an undo
 * @param importAtOnce up to how many rows whoever accepts an import waits for it
 * @param sweepEvery how often unfinished work is looked for
 * @param batch how many documents are written together
 * @param vocabulary files that add words of further languages to the vocabulary of exports
 */
@Validated
@ConfigurationProperties("cocreation.attendance")
public record AttendanceProperties(
    @DefaultValue("50000") @Min(1) @Max(200_000) int maxRows,
    @DefaultValue("20000") @Min(100) @Max(1_000_000) int maxLineLength,
    @DefaultValue("30d") Duration keepQuarantined,
    @DefaultValue("7d") Duration keepPreviews,
    @DefaultValue("2000") @Min(0) @Max(200_000) int importAtOnce,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("500") @Min(1) @Max(1_000) int batch,
    @DefaultValue({}) List<Resource> vocabulary) {

  /** Keeps its own copy. */
  public AttendanceProperties {
    vocabulary = List.copyOf(vocabulary);
  }
}
