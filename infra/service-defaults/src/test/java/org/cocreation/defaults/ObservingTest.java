package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Map;
import org.cocreation.defaults.HttpCalls.Reply;
import org.cocreation.defaults.sample.SampleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class ObservingTest {

  private final HttpCalls service;
  private final ApplicationContext context;

  ObservingTest(@Autowired @LocalServerPort int port, @Autowired ApplicationContext context) {
    service = new HttpCalls(port);
    this.context = context;
  }

  @Test
  void saysThatItIsAliveAndReady() {
    assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    Reply ready = service.get("/actuator/health/readiness");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("components").path("store").path("status").asString())
        .isEqualTo("UP");
    assertThat(ready.text()).doesNotContain("details");
  }

  @Test
  void givesItsFiguresToPrometheus() {
    service.get("/api/sample/public");
    Reply figures = service.get("/actuator/prometheus");
    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.text())
        .contains("http_server_requests_seconds_bucket")
        .contains("service=\"sample-service\"")
        .doesNotContain(
            "http_server_requests_active", "spring_security", "mongodb_driver_commands");
  }

  @Test
  void sendsNeitherTracesNorFiguresAnywhereByItself() {
    assertThat(context.getBeansOfType(SpanExporter.class)).isEmpty();
    assertThat(context.getBeansOfType(OtlpMeterRegistry.class)).isEmpty();
    assertThat(context.getBeansOfType(MeterRegistry.class)).isNotEmpty();
  }

  @Test
  void goesOnWithTheTraceOfTheRequest() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Reply reply =
        service.get("/api/sample/trace", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    assertThat(reply.json().path("traceId").asString()).isEqualTo(trace);
  }

  @Test
  void writesNeitherAddressesNorLinksToItsLog(CapturedOutput output) {
    service.get("/api/sample/log");
    service.get("/api/sample/failures/unforeseen");
    assertThat(output.getAll()).contains("Wrote to *** with /me/***").contains("550 *** unknown");
    assertThat(output.getAll()).doesNotContain("ana.penate@", "tomas.ek@", SampleApplication.TOKEN);
  }

  @Test
  void startsCircuitBreakersFromTheDefaults() {
    CircuitBreakerRegistry breakers = context.getBean(CircuitBreakerRegistry.class);
    assertThat(breakers.circuitBreaker("mail").getCircuitBreakerConfig().getSlidingWindowSize())
        .isEqualTo(20);
  }

  @Test
  void describesItsInterface() {
    Reply reply = service.get("/v3/api-docs");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode document = reply.json();
    assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
        .isEqualTo("bearer");
    assertThat(document.at("/components/securitySchemes").has("personalLink")).isTrue();
    JsonNode me = operation(document, "/api/sample/me", "get");
    assertThat(me.path("security").path(0).has("personalLink")).isTrue();
    assertThat(me.path("parameters").isEmpty()).isTrue();
    assertThat(me.at("/responses/404/content").has("application/problem+json")).isTrue();
    assertThat(
            operation(document, "/api/sample/items", "get")
                .path("parameters")
                .findValuesAsString("name"))
        .containsExactly("after", "limit");
    assertThat(
            operation(document, "/api/sample/things/{id}", "put")
                .path("parameters")
                .findValuesAsString("name"))
        .containsExactlyInAnyOrder("id", "If-Match");
    assertThat(
            operation(document, "/api/sample/effects", "post")
                .path("parameters")
                .findValuesAsString("name"))
        .containsExactly("Idempotency-Key");
    assertThat(document.at("/components/schemas/Problem/properties").has("errors")).isTrue();
    assertThat(document.path("paths").propertyNames())
        .noneMatch(path -> path.startsWith("/actuator") || path.equals("/error"));
  }

  private static JsonNode operation(JsonNode document, String path, String method) {
    return document.path("paths").path(path).path(method);
  }

  @Test
  void namesItselfInEveryFigure() {
    assertThat(context.getEnvironment().getProperty("management.metrics.tags.service"))
        .isEqualTo("sample-service");
    assertThat(Map.of("server.shutdown", "graceful", "server.address", "127.0.0.1"))
        .allSatisfy(
            (name, value) ->
                assertThat(context.getEnvironment().getProperty(name)).isEqualTo(value));
  }
}
