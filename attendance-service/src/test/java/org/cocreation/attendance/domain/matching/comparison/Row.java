package org.cocreation.attendance.domain.matching.comparison;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and who it really was.
 *
 * @param name as written
 * @param email as the list gives it; null for most people
 * @param institution of a column of its own; null in most lists
 * @param truly the people of the roster who were there behind it
 * @param hidden whether nothing in the row can show that it is somebody else: signed in under
 *     another person's name, or a namesake who never registered
 */
record Row(
    String name,
    @Nullable String email,
    @Nullable String institution,
    Set<String> truly,
    boolean hidden) {

  Row {
    truly = Set.copyOf(truly);
  }
}
