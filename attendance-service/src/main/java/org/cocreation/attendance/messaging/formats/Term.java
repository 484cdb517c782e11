package org.cocreation.attendance.messaging.formats;

import java.util.Arrays;
import java.util.Optional;

/**
 * A thing that exports call by different words in different languages. Its key in a vocabulary file
 * is its group and its name; within a group a word means one thing only.
 */
enum Term {
  YES("answer.yes"),
  NO("answer.no"),
  MORNING("half-day.morning"),
  AFTERNOON("half-day.afternoon"),
  HOURS("unit.hours"),
  MINUTES("unit.minutes"),
  SECONDS("unit.seconds"),

  ZOOM_NAME("zoom.name"),
  ZOOM_EMAIL("zoom.email"),
  ZOOM_JOIN("zoom.join"),
  ZOOM_LEAVE("zoom.leave"),
  ZOOM_DURATION("zoom.duration"),
  ZOOM_TOTAL("zoom.total"),
  ZOOM_WAITING("zoom.waiting-room"),
  ZOOM_OTHER("zoom.other"),
  ZOOM_MEETING("zoom-preamble.meeting"),
  ZOOM_ENDED("zoom-preamble.end"),

  WEBINAR_REPORT("webinar-section.report"),
  WEBINAR_GENERATED("webinar-section.generated"),
  WEBINAR_HOSTS("webinar-section.hosts"),
  WEBINAR_PANELLISTS("webinar-section.panellists"),
  WEBINAR_ATTENDEES("webinar-section.attendees"),
  WEBINAR_OTHERS("webinar-section.others"),
  WEBINAR_ATTENDED("webinar.attended"),
  WEBINAR_NAME("webinar.name"),
  WEBINAR_GIVEN("webinar.given-name"),
  WEBINAR_FAMILY("webinar.family-name"),
  WEBINAR_EMAIL("webinar.email"),
  WEBINAR_ORGANISATION("webinar.organisation"),
  WEBINAR_JOIN("webinar.join"),
  WEBINAR_LEAVE("webinar.leave"),
  WEBINAR_DURATION("webinar.duration"),

  TEAMS_SUMMARY("teams-section.summary"),
  TEAMS_PARTICIPANTS("teams-section.participants"),
  TEAMS_ACTIVITIES("teams-section.activities"),
  TEAMS_END("teams-summary.end"),
  TEAMS_ATTENDED("teams-summary.attended"),
  TEAMS_NAME("teams.name"),
  TEAMS_FIRST_JOIN("teams.first-join"),
  TEAMS_LAST_LEAVE("teams.last-leave"),
  TEAMS_IN_MEETING("teams.time-in-meeting"),
  TEAMS_JOIN("teams.join"),
  TEAMS_LEAVE("teams.leave"),
  TEAMS_DURATION("teams.duration"),
  TEAMS_EMAIL("teams.email"),
  TEAMS_UPN("teams.upn"),
  TEAMS_ROLE("teams.role"),
  TEAMS_ORGANISER("teams-role.organiser"),
  TEAMS_OTHER_ROLE("teams-role.other"),

  LIST_NAME("teams-list.name"),
  LIST_ACTION("teams-list.action"),
  LIST_TIME("teams-list.time"),
  LIST_JOINED("teams-list-action.joined"),
  LIST_JOINED_BEFORE("teams-list-action.joined-before"),
  LIST_LEFT("teams-list-action.left"),

  MEET_GIVEN("meet.given-name"),
  MEET_FAMILY("meet.family-name"),
  MEET_EMAIL("meet.email"),
  MEET_DURATION("meet.duration"),
  MEET_JOINED("meet.joined"),
  MEET_EXITED("meet.exited"),

  BBB_NAME("bigbluebutton.name"),
  BBB_MODERATOR("bigbluebutton.moderator"),
  BBB_ACTIVITY("bigbluebutton.activity-score"),
  BBB_JOIN("bigbluebutton.join"),
  BBB_LEFT("bigbluebutton.left"),
  BBB_DURATION("bigbluebutton.duration"),
  BBB_ANONYMOUS("bigbluebutton-row.anonymous"),

  SHEET_ID("sheet.registration-id"),
  SHEET_NAME("sheet.name"),
  SHEET_GIVEN("sheet.given-name"),
  SHEET_FAMILY("sheet.family-name"),
  SHEET_EMAIL("sheet.email"),
  SHEET_INSTITUTION("sheet.institution"),
  SHEET_SIGNED("sheet.signed"),
  SHEET_IN("sheet.time-in"),
  SHEET_OUT("sheet.time-out"),
  SHEET_DATE("sheet.date");

  private final String key;

  Term(String key) {
    this.key = key;
  }

  /** Its key in a vocabulary file. */
  String key() {
    return key;
  }

  /** The part of the key before the dot. */
  String group() {
    return key.substring(0, key.indexOf('.'));
  }

  static Optional<Term> called(String key) {
    return Arrays.stream(values()).filter(term -> term.key.equals(key)).findFirst();
  }
}
