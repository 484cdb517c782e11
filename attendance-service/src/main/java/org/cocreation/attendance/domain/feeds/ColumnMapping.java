package org.cocreation.attendance.domain.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a sign-in sheet, or of the export of a tool that is not known, holds what, by the
 * words in its header. At least a name, or given and family name, or the registration id must be
 * there.
 *
 * @param registrationId the registration id, when the sheet was printed from the list
 * @param name the whole name
 * @param givenName the given name, when family names have a column of their own
 * @param familyName the family name
 * @param email the e-mail address
 * @param institution where the person comes from
 * @param signed the signature or tick
 * @param timeIn when the person came, a clock time or a date and a time
 * @param timeOut when the person left, the same
 * @param date the day, for clock times
 * @param duration how long the person was there, with units or in minutes
 * @param place where the people of this file were, {@code online} or {@code venue}; null means at
 *     the venue
 */
public record ColumnMapping(
    @Nullable String registrationId,
    @Nullable String name,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String email,
    @Nullable String institution,
    @Nullable String signed,
    @Nullable String timeIn,
    @Nullable String timeOut,
    @Nullable String date,
    @Nullable String duration,
    @Nullable String place) {

  /** Refuses a place that there is not. */
  public ColumnMapping {
    if (place != null && !place.equals("online") && !place.equals("venue")) {
      throw new IllegalArgumentException("place is online or venue");
    }
  }

  /** The columns of a sign-in sheet. */
  public ColumnMapping(
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String email,
      @Nullable String institution,
      @Nullable String signed,
      @Nullable String timeIn,
      @Nullable String timeOut,
      @Nullable String date) {
    this(
        registrationId,
        name,
        givenName,
        familyName,
        email,
        institution,
        signed,
        timeIn,
        timeOut,
        date,
        null,
        null);
  }

  /** Whether it is read as an export of times and durations rather than as a sign-in sheet. */
  public boolean ofAnExport() {
    return where() == Place.ONLINE || given(duration);
  }

  /** Where the people of this file were. */
  public Place where() {
    return "online".equals(place) ? Place.ONLINE : Place.VENUE;
  }

  /** The columns that are mapped: the field's name on the wire, and the header's words. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    put(columns, "registrationId", registrationId);
    put(columns, "name", name);
    put(columns, "givenName", givenName);
    put(columns, "familyName", familyName);
    put(columns, "email", email);
    put(columns, "institution", institution);
    put(columns, "signed", signed);
    put(columns, "timeIn", timeIn);
    put(columns, "timeOut", timeOut);
    put(columns, "date", date);
    put(columns, "duration", duration);
    return columns;
  }

  /** Whether it says where to find who a row is about. */
  public boolean namesSomebody() {
    return given(name) || given(registrationId) || (given(givenName) && given(familyName));
  }

  private static boolean given(@Nullable String column) {
    return column != null && !column.isBlank();
  }

  private static void put(Map<String, String> columns, String field, @Nullable String column) {
    if (column != null && !column.isBlank()) {
      columns.put(field, column);
    }
  }
}
