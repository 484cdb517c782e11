package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.testing.contracts.Contract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CrowdTest {

  private final Crowd crowd = new Crowd("speed-test", 20_000, 2);

  @Test
  void tellsWhatTheContractsAllow() {
    valid("programme-set", crowd.programmeSet());
    valid("registered", crowd.registered(19_999));
    valid("contact", crowd.contact(7));
  }

  @Test
  void nobodyIsMistakenForAnother() {
    Set<String> names = new HashSet<>();
    Set<String> registrations = new HashSet<>();
    for (int number = 0; number < crowd.people(); number++) {
      names.add(crowd.name(number));
      registrations.add(crowd.registration(number));
    }
    assertThat(names).hasSize(20_000);
    assertThat(registrations).hasSize(20_000);
  }

  @Test
  void exportsAsTheMeetingToolDoes() {
    List<String> lines =
        new String(crowd.zoomExport(0, 3_000, 1_000), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3_004);
    assertThat(lines.get(3)).startsWith("Name (Original Name),User Email,Join Time");
    assertThat(lines.get(4)).endsWith(",02/13/2020 10:30:00 AM,02/13/2020 11:58:00 AM,88,Yes");
    assertThat(lines.get(1_004)).contains(crowd.email(0), "10:34:00 AM");
    assertThat(new String(crowd.zoomExport(1, 10, 10), StandardCharsets.UTF_8))
        .contains("02/14/2020 10:30:00 AM")
        .doesNotContain("02/13/2020");
    assertThat(lines.get(5)).as("spread over all").contains(crowd.email(20));
  }

  private static void valid(String fact, Map<String, Object> body) {
    Contract.assertValid(
        "org.cocreation.registration." + fact + ".v1", JsonMapper.shared().writeValueAsBytes(body));
  }
}
