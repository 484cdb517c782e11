package org.cocreation.embedded.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The name of a field: as a text, and as BSON has it, where it is found without decoding others.
 */
final class FieldName {

  final String text;
  final byte[] utf8;

  FieldName(String text) {
    this.text = text;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
  }

  /** The names on a path, which has dots between them. */
  static FieldName[] path(String dotted) {
    return Arrays.stream(dotted.split("\\.", -1)).map(FieldName::new).toArray(FieldName[]::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldName name && name.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
