package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MessagingDefaultsTest {

  private static StandardEnvironment environment(Map<String, Object> given) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("application", new HashMap<>(given)));
    new MessagingDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  @Test
  void aServiceOnlySaysWhichTopicsItListensTo() {
    StandardEnvironment environment =
        environment(
            Map.of(
                "spring.application.name", "attendance-service",
                "spring.cloud.stream.bindings.arrivals-in-0.destination", "registration.events",
                "spring.cloud.stream.bindings.board-in-0.destination", "certificate.events"));

    assertThat(environment.getProperty("spring.cloud.function.definition"))
        .isEqualTo("arrivals;board");
    assertThat(environment.getProperty("spring.cloud.stream.default.group"))
        .isEqualTo("attendance");
    assertThat(environment.getProperty("cocreation.messaging.service")).isEqualTo("attendance");
    assertThat(environment.getProperty("spring.cloud.stream.kafka.default.consumer.start-offset"))
        .isEqualTo("earliest");
  }

  @Test
  void whatAServiceSaysGoesBeforeTheDefaults() {
    StandardEnvironment environment =
        environment(
            Map.of(
                "cocreation.messaging.service",
                "board",
                "spring.cloud.stream.binding-retry-interval",
                "9"));

    assertThat(environment.getProperty("spring.cloud.stream.default.group")).isEqualTo("board");
    assertThat(environment.getProperty("spring.cloud.stream.binding-retry-interval"))
        .isEqualTo("9");
    assertThat(environment.getProperty("spring.cloud.function.definition")).isNull();
  }
}
