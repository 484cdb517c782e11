package org.cocreation.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What a person has set, in this order of precedence: the command line, the environment
 * (COCREATION_STORE_URI for {@code cocreation.store.uri}), {@code .platform/settings.properties}.
 * Only the keys of {@link #KNOWN} exist; an unknown one in the file is an error, so that a mistyped
 * key is not silently without effect.
 */
public final class Settings {

  /** Every key, with what it is for. */
  public static final Map<String, String> KNOWN = known();

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Reads the file and the environment; the command line's values win over both. */
  public static Settings load(
      Path file, Map<String, String> environment, Map<String, String> commandLine) {
    Map<String, String> values = new LinkedHashMap<>();
    if (Files.exists(file)) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new Failure("The settings in " + file + " cannot be read", e);
      }
      for (String key : new TreeSet<>(read.stringPropertyNames())) {
        check(key, file.toString());
        values.put(key, read.getProperty(key).strip());
      }
    }
    for (String key : KNOWN.keySet()) {
      String value = environment.get(environmentName(key));
      if (value != null) {
        values.put(key, value.strip());
      }
    }
    commandLine.forEach(
        (key, value) -> {
          check(key, "the command line");
          values.put(key, value);
        });
    values.values().removeIf(String::isEmpty);
    return new Settings(values);
  }

  /** A value, if it is set. */
  public Optional<String> find(String key) {
    if (!KNOWN.containsKey(key)) {
      throw new IllegalArgumentException("not a setting: " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** A value, or what stands in for it. */
  public String get(String key, String otherwise) {
    return find(key).orElse(otherwise);
  }

  /** What was set, for handing it on to a process of the launcher itself. */
  public Map<String, String> asMap() {
    return values;
  }

  /** The environment variable that carries a key. */
  public static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static void check(String key, String where) {
    if (!KNOWN.containsKey(key)) {
      throw new Failure(
          "Unknown setting in " + where + ": " + key + ". See: ./platform help settings");
    }
  }

  private static Map<String, String> known() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("cocreation.port-base", "all ports from this one on, instead of the usual ones");
    for (Ports.Name name : Ports.Name.values()) {
      keys.put(name.setting(), "port of " + name.what() + " (" + name.usual() + ")");
    }
    keys.put("cocreation.public-url", "the address under which people open the portal");
    keys.put("cocreation.broker.servers", "a Kafka of your own, host:port,…");
    keys.put(
        "cocreation.store.uri", "a MongoDB of your own, mongodb://…; one database per service");
    keys.put("cocreation.mail.host", "a mail server of your own");
    keys.put("cocreation.mail.port", "its port (587)");
    keys.put("cocreation.mail.username", "the account there");
    keys.put("cocreation.mail.password", "its password");
    keys.put("cocreation.mail.starttls", "whether mail is sent encrypted only (true)");
    keys.put("cocreation.mail.from", "the address that mail comes from");
    keys.put("cocreation.issuer", "an OpenID Connect provider of your own");
    keys.put("cocreation.audience", "whom its access tokens are for (cocreation)");
    keys.put("cocreation.portal.client-id", "the portal's name there (portal)");
    keys.put("cocreation.portal.client-secret", "the portal's secret there");
    keys.put("cocreation.token", "an access token for ./platform programme and dead-letters");
    keys.put("cocreation.fast-start", "whether class-data archives are made and used (true)");
    keys.put(
        "cocreation.longest-pause",
        "seconds at most until a process that ended again and again is started anew (30)");
    keys.put("cocreation.sample", "whether the sample programme is loaded at first start (true)");
    keys.put("cocreation.java-options", "further JVM options for every process");
    return java.util.Collections.unmodifiableMap(keys);
  }
}
