package org.cocreation.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Sets, as defaults that anything overrides, what every service's consumers need: batches of whole
 * records from the earliest offset, no retry and no dead letters of the binder's own. A service
 * only says which topics it listens to: {@code
 * spring.cloud.stream.bindings.arrivals-in-0.destination}.
 */
final class MessagingDefaults implements EnvironmentPostProcessor, Ordered {

  static final String WHOLE_RECORDS = "wholeRecords";
  static final String AGAIN_UNTIL_IT_PASSES = "againUntilItPasses";

  private static final Pattern BINDING =
      Pattern.compile(
          "spring\\.cloud\\.stream\\.bindings\\.\\[?([A-Za-z0-9_]+)-in-0]?\\.destination");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String service = service(environment.getProperty("spring.application.name", "application"));
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("cocreation.messaging.service", service);
    defaults.put(
        "spring.cloud.stream.default.group",
        environment.getProperty("cocreation.messaging.service", service));
    String consumer = "spring.cloud.stream.default.consumer.";
    defaults.put(consumer + "batch-mode", "true");
    defaults.put(consumer + "multiplex", "true");
    defaults.put(consumer + "use-native-decoding", "true");
    defaults.put(consumer + "max-attempts", "1");
    String kafka = "spring.cloud.stream.kafka.default.consumer.";
    defaults.put(kafka + "start-offset", "earliest");
    defaults.put(kafka + "converter-bean-name", WHOLE_RECORDS);
    defaults.put(kafka + "common-error-handler-bean-name", AGAIN_UNTIL_IT_PASSES);
    defaults.put("spring.cloud.stream.kafka.binder.auto-create-topics", "false");
    defaults.put("spring.cloud.stream.kafka.binder.consumer-properties.max.poll.records", "500");
    defaults.put(
        "spring.cloud.stream.kafka.binder.consumer-properties.reconnect.backoff.max.ms", "1000");
    // Whoever died is missed after this long; what was theirs waits until then.
    defaults.put(
        "spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms", "15000");
    defaults.put("spring.cloud.stream.binding-retry-interval", "2");
    defaults.put("spring.kafka.consumer.auto-offset-reset", "earliest");
    defaults.put("management.health.binders.enabled", "false");
    defaults.put("management.health.mongodb.enabled", "false");
    for (String noisy :
        List.of(
            "kafka",
            "org.apache.kafka",
            "state.change.logger",
            "org.mongodb.driver",
            "de.bwaldvogel.mongo")) {
      defaults.put("logging.level." + noisy, "WARN");
    }
    // A warning for each second that the broker is away, and for each consumer that read one letter
    // and left.
    for (String noisy : List.of("NetworkClient", "consumer.internals.OffsetFetcherUtils")) {
      defaults.put("logging.level.org.apache.kafka.clients." + noisy, "ERROR");
    }
    // An intake says in one line why a poll comes again; the channel would add a stack trace each
    // time.
    defaults.put("logging.level.org.springframework.integration.handler.LoggingHandler", "OFF");
    Set<String> functions = functions(environment);
    if (!functions.isEmpty()) {
      defaults.put("spring.cloud.function.definition", String.join(";", functions));
    }
    environment.getPropertySources().addLast(new MapPropertySource("messaging-defaults", defaults));
  }

  static String service(String applicationName) {
    return applicationName.endsWith("-service")
        ? applicationName.substring(0, applicationName.length() - "-service".length())
        : applicationName;
  }

  private static Set<String> functions(ConfigurableEnvironment environment) {
    Set<String> functions = new TreeSet<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        for (String name : enumerable.getPropertyNames()) {
          Matcher binding = BINDING.matcher(name);
          if (binding.matches()) {
            functions.add(binding.group(1));
          }
        }
      }
    }
    return functions;
  }

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 10;
  }
}
