package org.cocreation.registration.domain.programme;

import java.util.Arrays;
import java.util.List;
import org.cocreation.registration.domain.programme.ProgrammeDraft.RoomDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.SessionDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.TextDraft;
import org.cocreation.registration.domain.programme.ProgrammeDraft.VenueDraft;
import org.jspecify.annotations.Nullable;

/** Programme documents for tests. */
public final class Drafts {
  private Drafts() {}

  public static ProgrammeDraft programme(SessionDraft... sessions) {
    return programme("open", sessions);
  }

  public static ProgrammeDraft programme(String status, SessionDraft... sessions) {
    return new ProgrammeDraft(
        null,
        new TextDraft("Open Government", "Gobierno Abierto"),
        null,
        "America/Belize",
        status,
        null,
        null,
        null,
        null,
        null,
        List.of("Belize", "Toledo"),
        Arrays.asList(sessions));
  }

  /** A session at a venue with so many seats, and with a room. */
  public static SessionDraft session(String id, int seats) {
    return session(id, "planned", new VenueDraft("BTEC", "Belize City", seats));
  }

  public static SessionDraft cancelled(String id, int seats) {
    return session(id, "cancelled", new VenueDraft("BTEC", "Belize City", seats));
  }

  public static SessionDraft onlineOnly(String id) {
    return session(id, "planned", null);
  }

  private static SessionDraft session(String id, String status, @Nullable VenueDraft venue) {
    return new SessionDraft(
        id,
        null,
        new TextDraft("Session " + id, null),
        "2020-02-13T16:30:00Z",
        90,
        status,
        venue,
        new RoomDraft("https://rooms.example/" + id),
        null,
        null,
        null);
  }
}
