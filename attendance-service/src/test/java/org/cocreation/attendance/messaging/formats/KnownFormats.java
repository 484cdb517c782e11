package org.cocreation.attendance.messaging.formats;

import java.util.List;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Limits;

/** The real formats, for tests of other rooms. */
public final class KnownFormats {

  private KnownFormats() {}

  /** All of them, with usual limits. */
  public static Formats all() {
    return within(new Limits(50_000, 20_000));
  }

  /** All of them, with these limits. */
  public static Formats within(Limits limits) {
    return new Formats(List.of(new ZoomMeeting(limits), new SignInSheet(limits)));
  }
}
