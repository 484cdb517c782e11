package org.cocreation.attendance.web;

/** What requests and answers look like, for the readers of the OpenAPI document. */
final class Examples {

  static final String PREVIEW =
      """
      {"importId": "5f0c6a1e0d9b4c7f8e2a1b3c4d5e6f70", "programmeId": "belize-2020", "sessionId": "webinar-1",
       "format": "zoom-meeting", "fileName": "participants.csv", "status": "preview", "importedBy": "carla.coordinator", "importedAt": "2020-02-13T19:02:11.120Z",
       "expiresAt": "2020-02-20T19:02:11.120Z", "encoding": "UTF-8", "rows": 58, "accepted": 53, "otherSessions": 3,
       "setAsideCount": 1, "setAside": [{"row": 9, "reason": "waiting-room"}], "problemCount": 1,
       "problems": [{"row": 17, "column": "Join Time", "expected": "a date and time such as 02/13/2020 10:28:00 AM",
         "detail": "Row 17: column “Join Time” should hold a date and time such as 02/13/2020 10:28:00 AM."}],
       "people": {"observations": 40, "matched": 36, "waiting": 3, "staff": 1, "nobody": 0},
       "matchedBy": {"registration-id": 0, "email": 20, "name": 13, "role": 1, "remembered": 2, "decision": 1},
       "changes": {"people": 36, "outcomes": 31, "items": [{"sessionId": "webinar-1", "registrationId": "ea66f06b",
         "before": {"outcome": "not-attended", "mode": "none", "minutes": 0, "why": {"en": "Not seen in any list: not attended.", "es": "No aparece en ninguna lista: no asistió."}},
         "after": {"outcome": "attended", "mode": "online", "minutes": 64,
           "why": {"en": "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.",
                   "es": "Presente 64 de 90 minutos en línea en 2 conexiones (10:28–10:50, 11:01–11:43); se necesitan 60: asistió."}}}]},
       "notes": []}
      """;
  static final String IMPORT =
      """
      {"importId": "5f0c6a1e0d9b4c7f8e2a1b3c4d5e6f70", "programmeId": "belize-2020", "sessionId": "webinar-1",
       "format": "zoom-meeting", "fileName": "participants.csv", "status": "applied", "importedBy": "carla.coordinator", "importedAt": "2020-02-13T19:02:11.120Z",
       "acceptedBy": "carla.coordinator", "acceptedAt": "2020-02-13T19:05:40.007Z", "encoding": "UTF-8", "rows": 58, "accepted": 53, "otherSessions": 3,
       "setAsideCount": 1, "setAside": [{"row": 9, "reason": "waiting-room"}], "problemCount": 1,
       "problems": [{"row": 17, "column": "Join Time", "expected": "a date and time such as 02/13/2020 10:28:00 AM",
         "detail": "Row 17: column “Join Time” should hold a date and time such as 02/13/2020 10:28:00 AM."}],
       "people": {"observations": 40, "matched": 36, "waiting": 3, "staff": 1, "nobody": 0},
       "matchedBy": {"registration-id": 0, "email": 20, "name": 13, "role": 1, "remembered": 2, "decision": 1},
       "changes": {"people": 36, "outcomes": 31, "items": [{"sessionId": "webinar-1", "registrationId": "ea66f06b",
         "before": {"outcome": "not-attended", "mode": "none", "minutes": 0, "why": {"en": "Not seen in any list: not attended.", "es": "No aparece en ninguna lista: no asistió."}},
         "after": {"outcome": "attended", "mode": "online", "minutes": 64,
           "why": {"en": "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.",
                   "es": "Presente 64 de 90 minutos en línea en 2 conexiones (10:28–10:50, 11:01–11:43); se necesitan 60: asistió."}}}]},
       "notes": []}
      """;
  static final String APPLYING =
      """
      {"importId": "5f0c6a1e0d9b4c7f8e2a1b3c4d5e6f70", "programmeId": "belize-2020", "sessionId": "webinar-1",
       "format": "zoom-meeting", "fileName": "participants.csv", "status": "applying", "importedBy": "carla.coordinator", "importedAt": "2020-02-13T19:02:11.120Z",
       "acceptedBy": "carla.coordinator", "acceptedAt": "2020-02-13T19:05:40.007Z", "progress": {"done": 9500, "total": 20000},
       "encoding": "UTF-8", "rows": 20012, "accepted": 20000}
      """;
  static final String UNDONE =
      """
      {"importId": "5f0c6a1e0d9b4c7f8e2a1b3c4d5e6f70", "programmeId": "belize-2020", "sessionId": "webinar-1",
       "format": "zoom-meeting", "fileName": "participants.csv", "status": "undone", "importedBy": "carla.coordinator", "importedAt": "2020-02-13T19:02:11.120Z",
       "acceptedBy": "carla.coordinator", "acceptedAt": "2020-02-13T19:05:40.007Z", "encoding": "UTF-8", "rows": 58, "accepted": 53,
       "undoneBy": "carla.coordinator", "undoneAt": "2020-02-14T08:00:00Z", "undoReason": "This was the file of the second webinar."}
      """;
  static final String IMPORTS =
      """
      {"items": [{"importId": "5f0c6a1e0d9b4c7f8e2a1b3c4d5e6f70", "programmeId": "belize-2020", "sessionId": "webinar-1",
       "format": "zoom-meeting", "fileName": "participants.csv", "status": "applied", "importedBy": "carla.coordinator", "importedAt": "2020-02-13T19:02:11.120Z",
       "acceptedBy": "carla.coordinator", "acceptedAt": "2020-02-13T19:05:40.007Z", "encoding": "UTF-8", "rows": 58, "accepted": 53}]}
      """;
  static final String ROWS =
      """
      {"items": [{"row": 12, "name": "i perez", "place": "online", "from": "2020-02-13T16:31:00Z", "to": "2020-02-13T17:58:00Z",
        "signed": false, "staff": false, "state": "waiting", "registrationIds": [],
        "note": {"en": "Nobody on the roster has this e-mail or exactly this name.", "es": "Nadie en la lista tiene este correo o exactamente este nombre."},
        "observationId": "c1a9…"}], "next": "MTI"}
      """;
  static final String ACCEPTANCE =
      """
      {"reason": "The export of the second room came late."}
      """;
  static final String SCANS =
      """
      {"device": "phone-2", "sentAt": "2020-02-13T19:40:00Z", "scans": [
        {"nonce": "b3f1", "code": "01J9ZQ6T5V8X2M4N7P0R3S6T9W", "scannedAt": "2020-02-13T16:21:09Z"}]}
      """;
  static final String SCANNED =
      """
      {"receivedAt": "2020-02-13T19:40:00.310Z", "results": [{"nonce": "b3f1", "result": "accepted",
        "registrationId": "01J9ZQ6T5V8X2M4N7P0R3S6T9W", "name": "Ana Cal", "scannedAt": "2020-02-13T16:21:09Z"}]}
      """;
  static final String LIVE =
      """
      {"asOf": "2020-02-13T16:48:12.040Z", "goingOn": true, "online": {"now": 31, "seen": 38}, "venue": {"now": 27, "seen": 27},
       "staff": 3, "nameless": 1, "sources": [{"source": "door", "latest": "2020-02-13T16:41:20Z"},
         {"source": "zoom", "latest": "2020-02-13T16:48:04Z"}]}
      """;
  static final String UNDO =
      """
      {"reason": "This was the file of the second webinar."}
      """;
  static final String UNDECIDED =
      """
      {"items": [{"observationId": "c1a9…", "programmeId": "belize-2020", "sessionId": "webinar-1", "name": "i perez",
        "state": "waiting", "registrationIds": [],
        "note": {"en": "Nobody on the roster has this e-mail or exactly this name.", "es": "Nadie en la lista tiene este correo o exactamente este nombre."},
        "entries": [{"channel": "file", "importId": "5f0c…", "row": 12, "name": "i perez", "place": "online",
          "from": "2020-02-13T16:31:00Z", "to": "2020-02-13T17:58:00Z", "signed": false, "staff": false}],
        "suggestions": [{"registrationId": "ea66f06b", "name": "Inés Pérez", "organisation": "BTEC", "score": 25,
          "reasons": [{"en": "shares the word “perez” of the name", "es": "comparte la palabra «perez» del nombre"}]}]}]}
      """;
  static final String DECISION =
      """
      {"decision": "match", "registrationIds": ["ea66f06b"], "reason": "Confirmed by phone."}
      """;
  static final String SHEET =
      """
      {"session": {"programmeId": "belize-2020", "sessionId": "webinar-1", "number": 1, "title": {"en": "Overview of the path to 2020"},
        "startsAt": "2020-02-13T16:30:00Z", "durationMinutes": 90, "timeZone": "America/Belize", "cancelled": false, "status": "open"},
       "items": [{"registrationId": "ea66f06b", "name": "Inés Pérez", "organisation": "BTEC",
        "chosen": {"mode": "online", "place": "none"}, "outcome": "attended", "mode": "online", "minutes": 64,
        "requiredMinutes": 60, "scheduledMinutes": 90,
        "why": {"en": "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.",
                "es": "Presente 64 de 90 minutos en línea en 2 conexiones (10:28–10:50, 11:01–11:43); se necesitan 60: asistió."},
        "evidence": [{"kind": "connection", "place": "online", "from": "2020-02-13T16:28:00Z", "to": "2020-02-13T16:50:00Z",
          "countedMinutes": 22, "as": "i perez", "matchedBy": "decision", "observationId": "c1a9…", "channel": "file", "importId": "5f0c…", "row": 12}],
        "conflicts": []}]}
      """;
  static final String MARK =
      """
      {"registrationId": "ea66f06b", "attended": true, "mode": "venue", "reason": "Came in without signing; seen by the door."}
      """;
  static final String SESSIONS =
      """
      {"items": [{"programmeId": "belize-2020", "sessionId": "webinar-1", "number": 1, "title": {"en": "Overview of the path to 2020"},
        "startsAt": "2020-02-13T16:30:00Z", "durationMinutes": 90, "timeZone": "America/Belize", "cancelled": false, "status": "closed",
        "closedAt": "2020-02-13T20:00:00.000Z", "counts": {"attended": 41, "notAttended": 10, "unknown": 1}}]}
      """;
  static final String PERSON =
      """
      {"registrationId": "ea66f06b", "name": "Inés Pérez", "organisation": "BTEC", "chosen": {"mode": "online", "place": "none"},
       "outcome": "attended", "mode": "venue", "requiredMinutes": 60, "scheduledMinutes": 90,
       "why": {"en": "Marked as attended by carla.coordinator: “Came in without signing.”.", "es": "Marcado como asistente por carla.coordinator: «Came in without signing.»."},
       "evidence": [], "conflicts": [],
       "mark": {"attended": true, "mode": "venue", "reason": "Came in without signing.", "by": "carla.coordinator", "at": "2020-02-13T19:10:00.000Z"}}
      """;
  static final String WITHDRAWAL =
      """
      {"reason": "Marked the wrong person."}
      """;
  static final String OBSERVATION =
      """
      {"observationId": "c1a9…", "programmeId": "belize-2020", "sessionId": "webinar-1", "name": "i perez", "state": "matched",
       "matchedBy": "decision", "registrationIds": ["ea66f06b"],
       "entries": [{"channel": "file", "importId": "5f0c…", "row": 12, "name": "i perez", "place": "online",
         "from": "2020-02-13T16:31:00Z", "to": "2020-02-13T17:58:00Z", "signed": false, "staff": false}],
       "decision": {"decision": "match", "registrationIds": ["ea66f06b"], "reason": "Confirmed by phone.", "by": "carla.coordinator", "at": "2020-02-14T09:12:02.990Z"},
       "suggestions": []}
      """;
  static final String CLOSED =
      """
      {"programmeId": "belize-2020", "sessionId": "webinar-1", "status": "closed", "undecided": 3, "imports": 2,
       "previews": 0, "unfinished": 0, "unknown": 0, "warnings": [], "closedBy": "carla.coordinator", "closedAt": "2020-02-13T20:00:00.000Z",
       "counts": {"attended": 41, "notAttended": 10, "unknown": 1}, "revision": 1}
      """;
  static final String MINE =
      """
      {"registrationId": "ea66f06b", "programmeId": "belize-2020", "sessions": [{"sessionId": "webinar-1", "number": 1,
        "title": {"en": "Overview of the path to 2020"}, "startsAt": "2020-02-13T16:30:00Z", "durationMinutes": 90, "cancelled": false,
        "status": "closed", "outcome": "attended", "mode": "online", "minutes": 64, "requiredMinutes": 60, "scheduledMinutes": 90,
        "why": {"en": "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.",
                "es": "Presente 64 de 90 minutos en línea en 2 conexiones (10:28–10:50, 11:01–11:43); se necesitan 60: asistió."}}]}
      """;
  static final String HISTORY =
      """
      {"items": [
        {"what": "correction", "at": "2020-02-14T09:12:03.001Z", "registrationIds": ["ea66f06b"],
         "before": {"is": "not-attended", "minutes": 0}, "after": {"is": "attended", "minutes": 64}, "reason": "Confirmed by phone."},
        {"what": "decision", "by": "carla.coordinator", "at": "2020-02-14T09:12:02.990Z", "observationId": "c1a9…",
         "registrationIds": ["ea66f06b"], "before": {"is": "waiting"}, "after": {"is": "matched", "registrationIds": ["ea66f06b"]},
         "reason": "Confirmed by phone."},
        {"what": "closing", "by": "carla.coordinator", "at": "2020-02-13T20:00:00.000Z", "registrationIds": []},
        {"what": "import-accepted", "by": "carla.coordinator", "at": "2020-02-13T19:05:40.007Z", "importId": "5f0c…", "registrationIds": []}]}
      """;
  static final String CHANGES =
      """
      {"people": 1, "outcomes": 1, "items": [{"sessionId": "webinar-1", "registrationId": "ea66f06b",
         "before": {"outcome": "not-attended", "mode": "none", "minutes": 0, "why": {"en": "Not seen in any list: not attended.", "es": "No aparece en ninguna lista: no asistió."}},
         "after": {"outcome": "attended", "mode": "online", "minutes": 87,
           "why": {"en": "Present 87 of 90 minutes online in 1 connection (10:31–11:58); needs 60: attended.",
                   "es": "Presente 87 de 90 minutos en línea en 1 conexión (10:31–11:58); se necesitan 60: asistió."}}}]}
      """;
  static final String CLOSING =
      """
      {"programmeId": "belize-2020", "sessionId": "webinar-1", "status": "open", "undecided": 3, "imports": 2,
       "previews": 0, "unfinished": 0, "unknown": 0,
       "warnings": [{"en": "3 seen in the lists are not matched to anybody and count for nobody.",
                     "es": "3 que aparecen en las listas no están asignados y no cuentan para nadie."}], "revision": 0}
      """;
  static final String CLOSE =
      """
      {"acknowledgeUndecided": true}
      """;

  private Examples() {}
}
