package org.cocreation.defaults.problems;

import jakarta.validation.ConstraintViolation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says in a few words what would have been right. */
final class Expected {

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          String.class, "text",
          Boolean.class, "true or false",
          Instant.class, "an instant such as 2020-02-13T16:30:00Z",
          LocalDate.class, "a date such as 2020-02-13",
          Duration.class, "a duration such as PT90M",
          ZoneId.class, "a time zone such as America/Belize",
          URI.class, "an address such as https://example.org/");

  private Expected() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    String words = WORDS.get(boxed);
    if (words != null) {
      return words;
    }
    if (Number.class.isAssignableFrom(boxed)) {
      return boxed == Integer.class || boxed == Long.class || boxed == Short.class
          ? "a whole number"
          : "a number";
    }
    if (type.isEnum()) {
      return "one of the listed values";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  static String of(ConstraintViolation<?> violation) {
    Map<String, Object> says = violation.getConstraintDescriptor().getAttributes();
    String name =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (name) {
      case "NotNull" -> "a value";
      case "NotBlank" -> "text that is not blank";
      case "NotEmpty" -> "at least one";
      case "Email" -> "an e-mail address";
      case "Size" -> size(says);
      case "Min", "DecimalMin" -> "at least " + says.get("value");
      case "Max", "DecimalMax" -> "at most " + says.get("value");
      case "Positive" -> "a number above 0";
      case "PositiveOrZero" -> "0 or a number above it";
      default -> violation.getMessage();
    };
  }

  private static String size(Map<String, Object> says) {
    Object min = says.get("min");
    Object max = says.get("max");
    if (Integer.valueOf(Integer.MAX_VALUE).equals(max)) {
      return "a length of at least " + min;
    }
    return "a length of " + min + " to " + max;
  }
}
