package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpeedReportTest {

  private static final Result LIMIT =
      Result.of("pipeline", "limit", "facts/s", new Spread(10_000, 9_000, 11_000, 5), 80);
  private static final Result OURS =
      Result.of("pipeline", "ours", "facts/s", new Spread(6_500, 6_400, 6_900, 5), 120);

  @Test
  void saysWhichTargetsAreMissed() {
    String table =
        report(LIMIT, OURS.against(0.65, 0.7), OURS.against(5.2, 5.0).noting("beside")).asTable();
    assertThat(table)
        .containsPattern("ours +facts/s +6,500 +6,400 +6,900 +5 +120 +0\\.65 +MISSED \\(0\\.70\\)")
        .containsPattern("5\\.20 +met \\(5\\.00\\) beside")
        .contains("Everything was measured, 1 missed")
        .contains("others: 0.3 processors");
    assertThat(table.lines().filter("pipeline"::equals)).isEmpty();
    assertThat(table.split("pipeline", -1)).as("one heading for a measure").hasSize(2);
  }

  @Test
  void aTargetWithoutARatioIsMissed() {
    assertThat(OURS.against(null, 0.7).isMissed()).isTrue();
    assertThat(OURS.against(0.7, 0.7).isMissed()).isFalse();
    assertThat(OURS.against(0.1, null).isMissed()).isFalse();
  }

  @Test
  void whatCouldNotBeMeasuredIsSaid() {
    SpeedReport report =
        new SpeedReport(
            7,
            true,
            true,
            Instant.EPOCH,
            60,
            List.of(LIMIT),
            Map.of(),
            Map.of("import", "no answer"));
    assertThat(report.isWhole()).isFalse();
    assertThat(report.asTable())
        .contains("import could not be measured: no answer")
        .contains("NOT everything was measured")
        .contains("with both compilers")
        .contains("short");
    assertThat(report().isWhole()).isFalse();
  }

  @Test
  void theSameForPrograms() {
    JsonNode json = JsonMapper.shared().readTree(report(LIMIT, OURS.against(0.65, 0.7)).asJson());
    assertThat(json.path("missed").asInt()).isEqualTo(1);
    assertThat(json.path("bothCompilers").asBoolean(true)).isFalse();
    JsonNode ours = json.path("results").get(1);
    assertThat(ours.path("median").asDouble()).isEqualTo(6_500);
    assertThat(ours.path("ratio").asDouble()).isEqualTo(0.65);
    assertThat(ours.path("missed").asBoolean()).isTrue();
    assertThat(json.path("results").get(0).has("ratio")).isFalse();
  }

  private static SpeedReport report(Result... rows) {
    return new SpeedReport(
        7, false, false, Instant.EPOCH, 60, List.of(rows), Map.of("pipeline", 0.31), Map.of());
  }
}
