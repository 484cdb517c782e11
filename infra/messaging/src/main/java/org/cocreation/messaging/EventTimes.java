package org.cocreation.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * When events occurred, from their headers. What is decided of many people at once bears the same
 * time, and to read one takes longer than to compare it with the last.
 */
final class EventTimes {

  private record Read(String text, Instant instant) {}

  private volatile Read last = new Read("", Instant.EPOCH);

  Instant of(IncomingRecord record) {
    String text = record.required(CloudEventHeaders.TIME);
    Read read = last;
    if (!read.text.equals(text)) {
      read = new Read(text, parsed(text));
      last = read;
    }
    return read.instant;
  }

  private static Instant parsed(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new BadRecordException(
          Reason.BAD_HEADERS, CloudEventHeaders.TIME + " is not an instant");
    }
  }
}
