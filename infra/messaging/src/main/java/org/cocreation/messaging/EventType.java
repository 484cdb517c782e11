package org.cocreation.messaging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a type, {@code org.cocreation.<service>.<fact>.v<version>}. */
record EventType(String service, String fact, int version) {

  private static final Pattern FORM =
      Pattern.compile(
          "org\\.cocreation\\.([a-z][a-z0-9-]*)\\.([a-z][a-z0-9-]*)\\.v([1-9][0-9]{0,5})");

  static @Nullable EventType parse(String type) {
    Matcher matcher = FORM.matcher(type);
    return matcher.matches()
        ? new EventType(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)))
        : null;
  }

  boolean isAboutTheSameFactAs(EventType other) {
    return service.equals(other.service) && fact.equals(other.fact);
  }

  /** One topic per producing service, named after it. */
  boolean belongsOn(String topic) {
    return topic.startsWith(service + ".");
  }
}
