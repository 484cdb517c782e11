package org.cocreation.attendance.messaging.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Schedule;
import org.jspecify.annotations.Nullable;

/** Files with invented people, and the first webinar that they are brought for. */
public final class Samples {

  static final ZoneId ZONE = ZoneId.of("America/Belize");
  static final Schedule WEBINAR =
      new Schedule(Instant.parse("2020-02-13T16:30:00Z"), 90, ZONE, 0.6667, 15, 15);

  private Samples() {}

  /** The bytes of a sample. */
  public static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading read(String name) {
    return read(bytes(name), null).orElseThrow();
  }

  static Optional<Reading> read(byte[] contents, @Nullable ColumnMapping mapping) {
    return KnownFormats.all().read(Upload.of(new Contents(contents), mapping, Frame.of(WEBINAR)));
  }

  static Reading reading(byte[] contents) {
    return read(contents, null).orElseThrow();
  }

  /** What an unrecognised file is said to look like. */
  static String seen(byte[] contents, @Nullable ColumnMapping mapping) {
    return KnownFormats.all()
        .ask(Upload.of(new Contents(contents), mapping, Frame.of(WEBINAR)))
        .seen();
  }

  /** A session of ninety minutes at another time. */
  static Session session(String startsAt) {
    return new Session(new Schedule(Instant.parse(startsAt), 90, ZONE, 0.6667, 15, 15));
  }

  record Session(Schedule schedule) {

    Reading reading(byte[] contents) {
      return KnownFormats.all()
          .read(Upload.of(new Contents(contents), null, Frame.of(schedule)))
          .orElseThrow();
    }
  }

  static Instant at(String clock) {
    return WEBINAR.startsAt().atZone(ZONE).with(LocalTime.parse(clock)).toInstant();
  }
}
