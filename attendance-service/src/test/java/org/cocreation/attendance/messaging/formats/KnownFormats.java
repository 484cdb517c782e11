package org.cocreation.attendance.messaging.formats;

import java.util.List;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Limits;

/** The formats as the service knows them, for tests of what is done with their readings. */
public final class KnownFormats {

  static final Vocabulary VOCABULARY = FormatsConfiguration.vocabulary(List.of());

  private KnownFormats() {}

  /** All of them, with usual limits. */
  public static Formats all() {
    return within(new Limits(50_000, 20_000));
  }

  /** All of them, with these limits. */
  public static Formats within(Limits limits) {
    return with(limits, VOCABULARY);
  }

  static Formats with(Limits limits, Vocabulary vocabulary) {
    FormatsConfiguration known = new FormatsConfiguration();
    return new Formats(
        List.of(
            known.adobeConnect(limits),
            known.zoomMeeting(limits, vocabulary),
            known.zoomWebinar(limits, vocabulary),
            known.teamsList(limits, vocabulary),
            known.bigBlueButton(limits, vocabulary),
            known.googleMeet(limits, vocabulary),
            known.teamsReport(limits, vocabulary),
            known.mappedExport(limits, vocabulary),
            known.signInSheet(limits, vocabulary)));
  }
}
