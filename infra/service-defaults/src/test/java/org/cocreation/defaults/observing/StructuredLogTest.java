package org.cocreation.defaults.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StructuredLogTest {

  private static final String ADDRESS = "ana.penate@fisheries.example";

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  /** Otherwise the log keeps the settings of the application that ran before. */
  @BeforeEach
  @AfterEach
  void startWithAFreshLog() {
    MDC.clear();
    LoggingSystem.get(StructuredLogTest.class.getClassLoader()).cleanUp();
  }

  @Test
  void isMaskedInEveryField(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("service.log");
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (ConfigurableApplicationContext context =
        application.run(
            "--logging.file.name=" + file,
            "--logging.structured.format.file=ecs",
            "--spring.application.name=sample-service")) {
      assertThat(context.isActive()).isTrue();
      MDC.put("who", ADDRESS);
      LoggerFactory.getLogger("planted")
          .atWarn()
          .addKeyValue("recipient", ADDRESS)
          .setCause(new IllegalStateException("550 " + ADDRESS, new IOException("to " + ADDRESS)))
          .log("Could not write to {}", ADDRESS);
    }
    String written = Files.readString(file);
    String line =
        written.lines().filter(one -> one.contains("Could not write")).findFirst().orElseThrow();
    JsonNode json = JsonMapper.shared().readTree(line);
    assertThat(json.path("message").asString()).isEqualTo("Could not write to ***");
    assertThat(json.at("/service/name").asString()).isEqualTo("sample-service");
    assertThat(json.at("/error/message").asString()).isEqualTo("550 ***");
    assertThat(json.at("/error/stack_trace").asString())
        .contains("Caused by: java.io.IOException: to ***");
    assertThat(written).doesNotContain(ADDRESS);
  }
}
