package org.cocreation.submission.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;

/** The domain's constants as they are written on the wire: {@code not-selected}. */
final class Slugs {

  private Slugs() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, @Nullable String slug, String field) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(slug)) {
        return constant;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants()).map(Slugs::of).collect(Collectors.joining(", "));
    throw ProblemException.invalid(
        field, "one of " + choices, "\"" + field + "\" must be one of " + choices + ".");
  }
}
