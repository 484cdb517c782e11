package org.cocreation.testing.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of infra/contracts on the classpath. */
final class ContractResources {

  private static final String SUFFIX = ".schema.json";

  private ContractResources() {}

  static Set<String> types() {
    Set<String> types = new TreeSet<>();
    for (Resource file : find("schemas/*" + SUFFIX)) {
      types.add(name(file).replace(SUFFIX, ""));
    }
    return types;
  }

  static String schema(String type) {
    return read(find("schemas/" + type + SUFFIX)[0]);
  }

  /** The examples of a type by name; empty for an unknown type. */
  static Map<String, String> examples(String type) {
    Map<String, String> examples = new TreeMap<>();
    for (Resource file : find("examples/" + type + "/*.json")) {
      examples.put(name(file).replace(".json", ""), read(file));
    }
    return examples;
  }

  static String asyncApi() {
    return read(find("asyncapi.yaml")[0]);
  }

  private static Resource[] find(String pattern) {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/" + pattern);
      return Arrays.stream(found).filter(Resource::exists).toArray(Resource[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Resource file) {
    String name = file.getFilename();
    if (name == null) {
      throw new IllegalStateException(file + " has no name");
    }
    return name;
  }

  private static String read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
