package org.cocreation.defaults;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins and how long it may be: {@code ?after=&limit=}. As a parameter of a
 * handler method it is filled from the request; without {@code limit} it is 50, and 200 at most.
 *
 * @param after the key of the last item of the page before, or null for the first page
 * @param limit the greatest number of items of the page, from 1 to 200
 */
public record Cursor(@Nullable String after, int limit) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  public Cursor {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT);
    }
  }

  public Optional<String> position() {
    return Optional.ofNullable(after);
  }

  /** How many items to fetch so that {@link Page#of} can tell whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }
}
