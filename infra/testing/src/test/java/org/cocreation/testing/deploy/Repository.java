package org.cocreation.testing.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sources beside this module. */
final class Repository {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path DEPLOY = ROOT.resolve("infra/deploy");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern METER =
      Pattern.compile(
          "\\b(Counter|Gauge|TimeGauge|Timer|DistributionSummary)\\s*\\.builder\\(\\s*\"([a-z0-9.]+)\"([^;]*)",
          Pattern.DOTALL);
  private static final Pattern UNIT = Pattern.compile("baseUnit\\(\\s*\"([a-z]+)\"");

  private Repository() {}

  /** The documents of a YAML file. Anchors and merge keys are resolved. */
  static List<JsonNode> yaml(Path file) {
    List<JsonNode> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(read(file))
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }

  static JsonNode json(Path file) {
    return JSON.readTree(read(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path directory, String... suffixes) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(suffixes).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The modules that run as services, the portal among them, with their directories by short name.
   */
  static Map<String, String> services() {
    Map<String, String> services = new TreeMap<>();
    try (Stream<Path> directories = Files.list(ROOT)) {
      directories
          .map(directory -> directory.getFileName().toString())
          .filter(name -> name.endsWith("-service") || name.equals("portal"))
          .forEach(name -> services.put(name.replace("-service", ""), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return services;
  }

  /**
   * The names, as Prometheus has them and without suffix of kind, of the platform's own figures.
   */
  static Set<String> figures() {
    Set<String> names = new TreeSet<>();
    for (String module :
        List.of(
            "infra/messaging",
            "infra/service-defaults",
            "notification-service",
            "portal",
            "registration-service",
            "attendance-service",
            "certificate-service",
            "submission-service")) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      if (!Files.isDirectory(sources)) {
        continue;
      }
      for (Path source : files(sources, ".java")) {
        figuresIn(read(source), names);
      }
    }
    return names;
  }

  static void figuresIn(String source, Set<String> names) {
    Matcher meter = METER.matcher(source);
    while (meter.find()) {
      String name = meter.group(2).replace('.', '_');
      Matcher unit = UNIT.matcher(meter.group(3));
      String kind = meter.group(1).toLowerCase(Locale.ROOT);
      if (kind.startsWith("time")) {
        name += "_seconds";
      } else if (unit.find()) {
        name += "_" + unit.group(1);
      }
      names.add(kind.equals("counter") ? name + "_total" : name);
    }
  }
}
