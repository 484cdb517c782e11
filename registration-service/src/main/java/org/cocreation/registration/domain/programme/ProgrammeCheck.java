package org.cocreation.registration.domain.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.ProgrammeDraft.MaterialDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.RulesDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.SessionDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.SignatoryDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.TextDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.VenueDraft;
import org.jspecify.annotations.Nullable;

/** Reads a draft into a document, or refuses it with every fault and the path of its field. */
public final class ProgrammeCheck {
  /** Where people come from, unless the programme says otherwise. */
  public static final List<String> USUAL_SECTORS =
      List.of("public-body", "civil-society", "academia", "private-sector", "media", "other");

  private static final int MOST_SESSIONS = 100;
  private static final int MOST_ITEMS = 100;
  private static final int MOST_SEATS = 100_000;

  private final Faults faults = new Faults();

  private ProgrammeCheck() {}

  public static ProgrammeDocument check(ProgrammeDraft draft) {
    return new ProgrammeCheck().document(draft);
  }

  private ProgrammeDocument document(ProgrammeDraft draft) {
    List<String> sectors = lines("sectors", draft.sectors(), 80);
    ProgrammeDocument document =
        new ProgrammeDocument(
            requiredText("title", draft.title(), 300),
            optionalText("summary", draft.summary(), 4000),
            timeZone(draft.timeZone()),
            faults.word("status", draft.status(), ProgrammeStatus.class, ProgrammeStatus.OPEN),
            rules(draft.rules()),
            items("signatories", draft.signatories(), MOST_ITEMS, this::signatory),
            lines("organisers", draft.organisers(), 300),
            faults.optionalUrl("websiteUrl", draft.websiteUrl()),
            sectors.isEmpty() ? USUAL_SECTORS : sectors,
            lines("districts", draft.districts(), 80),
            sessions(draft.sessions()));
    faults.refuseIfAny();
    return document;
  }

  private String timeZone(@Nullable String value) {
    if (value == null || !ZoneId.getAvailableZoneIds().contains(value)) {
      faults.add(
          "timeZone",
          "an IANA time zone id, as America/Belize",
          "Name the time zone in which people read the times.");
      return "UTC";
    }
    return value;
  }

  private AttendanceRules rules(@Nullable RulesDraft draft) {
    if (draft == null) {
      return AttendanceRules.USUAL;
    }
    AttendanceRules usual = AttendanceRules.USUAL;
    Double share = draft.attendedShare();
    if (share != null && !(share > 0 && share <= 1)) {
      faults.add(
          "rules.attendedShare",
          "a number above 0 and at most 1",
          "Give the share of the time as a number up to 1, as 0.6667.");
    }
    return new AttendanceRules(
        share == null ? usual.attendedShare() : share,
        faults.number("rules.leadMinutes", draft.leadMinutes(), 0, 240, usual.leadMinutes()),
        faults.number("rules.tailMinutes", draft.tailMinutes(), 0, 240, usual.tailMinutes()));
  }

  private Signatory signatory(String path, SignatoryDraft draft) {
    return new Signatory(
        faults.requiredLine(path + ".name", draft.name(), 200),
        faults.requiredLine(path + ".title", draft.title(), 200));
  }

  private List<Session> sessions(@Nullable List<@Nullable SessionDraft> drafts) {
    if (drafts == null || drafts.isEmpty()) {
      faults.add(
          "sessions",
          "1 to " + MOST_SESSIONS + " sessions",
          "A programme needs at least one session.");
      return List.of();
    }
    List<Session> sessions = items("sessions", drafts, MOST_SESSIONS, this::session);
    refuseTwins(sessions);
    return sessions;
  }

  private void refuseTwins(List<Session> sessions) {
    Set<SessionId> ids = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.get(i);
      if (!session.sessionId().value().isEmpty() && !ids.add(session.sessionId())) {
        faults.add(
            "sessions[" + i + "].sessionId",
            "an id that no other session has",
            "Two sessions have the id " + session.sessionId() + ".");
      }
      if (!numbers.add(session.number())) {
        faults.add(
            "sessions[" + i + "].number",
            "a number that no other session has",
            "Two sessions have the number " + session.number() + ".");
      }
    }
  }

  private Session session(String path, SessionDraft draft) {
    int position = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']'))) + 1;
    VenueDraft venue = draft.venue();
    ProgrammeDraft.RoomDraft room = draft.room();
    return new Session(
        sessionId(path + ".sessionId", draft.sessionId()),
        faults.number(path + ".number", draft.number(), 1, 1000, position),
        requiredText(path + ".title", draft.title(), 300),
        instant(path + ".startsAt", draft.startsAt()),
        faults.number(path + ".durationMinutes", draft.durationMinutes(), 1, 24 * 60, null),
        faults.word(path + ".status", draft.status(), SessionStatus.class, SessionStatus.PLANNED),
        venue == null ? null : venue(path + ".venue", venue),
        room == null ? null : new Room(faults.requiredUrl(path + ".room.url", room.url())),
        lines(path + ".topics", draft.topics(), 300),
        lines(path + ".presenters", draft.presenters(), 300),
        items(path + ".materials", draft.materials(), MOST_ITEMS, this::material));
  }

  private SessionId sessionId(String path, @Nullable String value) {
    if (value == null || !ProgrammeId.couldBe(value)) {
      faults.add(path, "2 to 64 of a-z, 0-9 and -", "Give the session a short id, as webinar-1.");
      return new SessionId("");
    }
    return new SessionId(value);
  }

  private Instant instant(String path, @Nullable String value) {
    try {
      if (value != null) {
        Instant instant = Instant.parse(value).truncatedTo(ChronoUnit.SECONDS);
        if (instant.isAfter(Instant.EPOCH)
            && instant.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
          return instant;
        }
      }
    } catch (DateTimeParseException e) {
      // Falls through to the fault, which says what was expected.
    }
    faults.add(
        path,
        "a UTC instant, as 2020-02-13T16:30:00Z",
        "Give " + path + " as a UTC instant, as 2020-02-13T16:30:00Z.");
    return Instant.EPOCH;
  }

  private Venue venue(String path, VenueDraft draft) {
    return new Venue(
        faults.requiredLine(path + ".name", draft.name(), 200),
        faults.requiredLine(path + ".place", draft.place(), 200),
        faults.number(path + ".seats", draft.seats(), 0, MOST_SEATS, null));
  }

  private Material material(String path, MaterialDraft draft) {
    return new Material(
        faults.requiredLine(path + ".title", draft.title(), 300),
        faults.requiredUrl(path + ".url", draft.url()));
  }

  private Translated requiredText(String path, @Nullable TextDraft draft, int longest) {
    return new Translated(
        faults.required(path + ".en", draft == null ? null : draft.en(), longest),
        faults.optional(path + ".es", draft == null ? null : draft.es(), longest));
  }

  private @Nullable Translated optionalText(String path, @Nullable TextDraft draft, int longest) {
    return draft == null ? null : requiredText(path, draft, longest);
  }

  private List<String> lines(String path, @Nullable List<@Nullable String> values, int longest) {
    return items(path, values, MOST_ITEMS, (at, value) -> faults.requiredLine(at, value, longest));
  }

  private <D, T> List<T> items(
      String path, @Nullable List<@Nullable D> drafts, int most, BiFunction<String, D, T> read) {
    if (drafts == null) {
      return List.of();
    }
    if (drafts.size() > most) {
      faults.add(
          path,
          "at most " + most + " entries",
          "Shorten " + path + "; it has " + drafts.size() + " entries.");
      return List.of();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      D draft = drafts.get(i);
      String at = path + "[" + i + "]";
      if (draft == null) {
        faults.add(at, "an entry", "Remove the empty entry " + at + ".");
      } else {
        items.add(read.apply(at, draft));
      }
    }
    return items;
  }
}
