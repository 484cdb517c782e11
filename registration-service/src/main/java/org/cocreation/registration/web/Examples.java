package org.cocreation.registration.web;

/** What requests look like, for the readers of the OpenAPI document. */
final class Examples {
  static final String PROGRAMME =
      """
      {"title": {"en": "Open Government Webinars", "es": "Seminarios de gobierno abierto"},
       "timeZone": "America/Belize", "status": "open", "districts": ["Belize", "Cayo"],
       "sessions": [{"sessionId": "webinar-1", "title": {"en": "Overview"}, "startsAt": "2020-02-13T16:30:00Z",
         "durationMinutes": 90, "venue": {"name": "BTEC", "place": "Belize City", "seats": 40},
         "room": {"url": "https://rooms.example/webinar-1"}}]}
      """;
  static final String REGISTRATION =
      """
      {"name": "Ana Cal", "email": "ana.cal@civic.example", "organisation": "Toledo Growers",
       "sector": "civil-society", "district": "Toledo", "language": "es",
       "choices": {"webinar-1": "venue", "webinar-2": "online", "webinar-3": "none"}}
      """;
  static final String LINK =
      """
      {"email": "ana.cal@civic.example"}
      """;
  static final String CHOICES =
      """
      {"choices": {"webinar-1": "online", "webinar-2": "online"}}
      """;
  static final String CONTACT =
      """
      {"name": "Ana María Cal", "organisation": "Toledo Growers", "language": "es"}
      """;

  static final String OPENING =
      """
      {"sessionId": "webinar-1", "title": {"en": "Overview", "es": "Panorama"}, "timeZone": "America/Belize",
       "state": "open", "opensAt": "2020-02-13T16:10:00Z", "startsAt": "2020-02-13T16:30:00Z",
       "endsAt": "2020-02-13T18:00:00Z", "closesAt": "2020-02-13T18:15:00Z",
       "roomUrl": "https://rooms.example/webinar-1", "materials": []}
      """;

  private Examples() {}
}
