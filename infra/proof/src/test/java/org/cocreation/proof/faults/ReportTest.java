package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  @Test
  void printsATableAndTheSameAsJsonWithTheSeed() {
    Report report = report(row("broker-kill", Findings.none(), List.of()));
    assertThat(report.ok()).isTrue();
    assertThat(report.asTable())
        .contains("broker-kill", "Nothing lost, nothing doubled, order kept", "Seed 42");
    JsonNode json = JsonMapper.shared().readTree(report.asJson());
    assertThat(json.get("seed").asLong()).isEqualTo(42);
    assertThat(json.at("/faults/0/acknowledged").asInt()).isEqualTo(300);
    assertThat(json.at("/faults/0/refusals/503").asInt()).isEqualTo(4);
  }

  @Test
  void failsWithAnythingLostAndSaysWhat() {
    Findings findings = Findings.none();
    findings.lost().add("the registration of ana@load.example");
    Report report = report(row("store-kill", findings, List.of()));
    assertThat(report.ok()).isFalse();
    assertThat(report.asTable())
        .contains("FAILED", "store-kill: lost: the registration of ana@load.example");
  }

  @Test
  void failsWithALateRecoveryAndWhenNothingWasProven() {
    assertThat(report(row("store-kill", Findings.none(), List.of("not recovered"))).ok()).isFalse();
    assertThat(report().ok()).isFalse();
  }

  private static Row row(String fault, Findings findings, List<String> wrong) {
    return new Row(fault, 5, 60, 300, 4.2, 1.5, Map.of(503, 4L), findings, wrong);
  }

  private static Report report(Row... rows) {
    return new Report(42, true, "", Instant.EPOCH, 61, List.of(rows));
  }
}
