package org.cocreation.defaults;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items in the list's order
 * @param next what to give as {@code after} for the next page; null on the last. Opaque to clients
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page of what was found with {@link Cursor#fetch}.
   *
   * @param found up to one item more than the page takes
   * @param key the unique key that the list is sorted by; never personal data, for it shows in URLs
   */
  public static <T> Page<T> of(List<T> found, Cursor cursor, Function<? super T, String> key) {
    if (found.size() <= cursor.limit()) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, cursor.limit());
    return new Page<>(items, sealed(key.apply(items.get(items.size() - 1))));
  }

  /** The same page with other items: views in the place of what was found. */
  public <V> Page<V> map(Function<? super T, ? extends V> view) {
    return new Page<>(items.stream().<V>map(view).toList(), next);
  }

  private static String sealed(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key within a position.
   *
   * @throws IllegalArgumentException when it is no position
   */
  public static String opened(String position) {
    return new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8);
  }
}
