package org.cocreation.attendance.messaging.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exports as tools write them, with invented people, for the session of {@link Samples}. */
final class Exports {

  static final String ZOOM_MEETING =
      """
      Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
      851 2233 4455,"Open Government: overview, part 1",02/13/2020 10:05:12 AM,02/13/2020 12:09:40 PM,host@council.example,125,4,

      Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room
      Inés Pérez [BTEC],ines.perez@btec.example,02/13/2020 10:28:00 AM,02/13/2020 10:50:00 AM,22,No,Y,No
      Inés Pérez [BTEC],ines.perez@btec.example,02/13/2020 11:01:00 AM,02/13/2020 11:43:00 AM,42,No,Y,No
      Ben (Benjamin Tzul),,02/13/2020 10:09:31 AM,02/13/2020 10:12:31 AM,3,Yes,,Yes
      Ben (Benjamin Tzul),,02/13/2020 10:12:31 AM,02/13/2020 12:01:00 PM,109,Yes,Y,No
      "Canto, Marisol",,02/13/2020 10:30:00 AM,02/13/2020 11:05:00 AM,35,Yes,,No
      Early Meeting,early@civic.example,02/12/2020 10:30:00 AM,02/12/2020 11:05:00 AM,35,Yes,,No
      """;

  static final String ZOOM_USERS =
      """
      Name (original name),User email,Total duration (minutes),Guest
      Inés Pérez,ines.perez@btec.example,75,No
      Ana Cal,,12,Yes
      """;

  static final String ZOOM_WEBINAR =
      """
      Attendee Report,
      Report Generated:,02/13/2020 08:00 PM
      Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,
      "Overview, part 1",851 2233 4455,02/13/2020 10:10 AM,115,4,0,3,5,3,
      Host Details,
      Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,
      Yes,Hugo Host,host@council.example,02/13/2020 10:10:00 AM,02/13/2020 12:05:00 PM,115,No,Belize,
      Panelist Details,
      Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,
      Yes,Paula Panelist,paula@agesic.example,02/13/2020 10:20:00 AM,02/13/2020 12:00:00 PM,100,Yes,Uruguay,
      Attendee Details,
      Attended,User Name (Original Name),First Name,Last Name,Email,Organization,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,Source Name,
      Yes,Inés (Inés Pérez),Inés,Pérez,ines.perez@btec.example,BTEC,,02/01/2020 09:00:00 AM,approved,02/13/2020 10:28:00 AM,02/13/2020 10:50:00 AM,22,Yes,Belize,,
      Yes,Inés (Inés Pérez),Inés,Pérez,ines.perez@btec.example,BTEC,,02/01/2020 09:00:00 AM,approved,02/13/2020 11:01:00 AM,02/13/2020 11:43:00 AM,42,Yes,Belize,,
      Yes,,Ana,Cal,ana.cal@growers.example,,,02/02/2020 09:00:00 AM,approved,02/13/2020 10:40:00 AM,--,--,Yes,Belize,,
      No,Noel Noshow,Noel,Noshow,noel@civic.example,,,02/03/2020 09:00:00 AM,approved,--,--,--,--,--,,
      Other Attended,
      User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name,
      15015550101,02/13/2020 10:30:00 AM,02/13/2020 11:30:00 AM,60,Belize,
      """;

  static final String TEAMS =
      """
      1. Summary
      Meeting title\tOpen Government: overview
      Attended participants\t4
      Start time\t2/13/20, 10:20:11\u202fAM
      End time\t2/13/20, 12:02:00\u202fPM
      Meeting duration\t1h 41m 49s
      Average attendance time\t58m 3s

      2. Participants
      Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
      Olga Organiser\t2/13/20, 10:20:11\u202fAM\t2/13/20, 12:02:00\u202fPM\t1h 41m 49s\tolga@council.example\tolga@council.example\tOrganizer
      Inés Pérez [BTEC] (External)\t2/13/20, 10:28:00\u202fAM\t2/13/20, 11:43:00\u202fAM\t1h 4m\tines.perez@btec.example\t\tPresenter
      Ana Cal (Unverified)\t2/13/20, 10:40:00\u202fAM\t2/13/20, 11:40:00\u202fAM\t1h 0m 0s\t\t\tAttendee
      +501 555-0101\t2/13/20, 10:30:00\u202fAM\t2/13/20, 11:30:00\u202fAM\t59m 59s

      3. In-Meeting Activities
      Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
      Olga Organiser\t2/13/20, 10:20:11\u202fAM\t2/13/20, 12:02:00\u202fPM\t1h 41m 49s\tolga@council.example\tOrganizer
      Inés Pérez [BTEC] (External)\t2/13/20, 10:28:00\u202fAM\t2/13/20, 10:50:00\u202fAM\t22m\tines.perez@btec.example\tPresenter
      Inés Pérez [BTEC] (External)\t2/13/20, 11:01:00\u202fAM\t2/13/20, 11:43:00\u202fAM\t42m\tines.perez@btec.example\tPresenter
      Ana Cal (Unverified)\t2/13/20, 10:40:00\u202fAM\t2/13/20, 11:40:00\u202fAM\t1h 0m 0s\t\tAttendee
      +501 555-0101\t2/13/20, 10:30:00\u202fAM\t2/13/20, 11:30:00\u202fAM\t59m 59s
      """;

  static final String TEAMS_GERMAN =
      """
      1. Zusammenfassung
      Titel der Besprechung\tÜberblick
      Anzahl der Teilnehmer\t2
      Startzeit\t13.02.2020, 10:20:11
      Endzeit\t13.02.2020, 12:02:00

      2. Teilnehmer
      Name\tErster Beitritt\tLetztes Verlassen\tDauer der Besprechungsteilnahme\tE-Mail\tTeilnehmer-ID (UPN)\tRolle
      Jörg Müller (Extern)\t13.02.2020, 10:28:00\t13.02.2020, 11:27:00\t59 Min. 0 Sek.\tjoerg@civic.example\t\tReferent
      Olga Organiser\t13.02.2020, 10:20:11\t13.02.2020, 12:02:00\t1 Std. 41 Min. 49 Sek.\tolga@council.example\t\tOrganisatorin

      3. Aktivitäten während der Besprechung
      Name\tBeitrittszeit\tVerlassenszeit\tDauer\tE-Mail\tRolle
      Jörg Müller (Extern)\t13.02.2020, 10:28:00\t13.02.2020, 11:27:00\t59 Min. 0 Sek.\tjoerg@civic.example\tReferent
      Olga Organiser\t13.02.2020, 10:20:11\t13.02.2020, 12:02:00\t1 Std. 41 Min. 49 Sek.\tolga@council.example\tOrganisatorin
      """;

  static final String TEAMS_SPANISH =
      """
      1. Resumen
      Título de la reunión\tPanorama
      Hora de finalización\t13/2/20, 12:02:00 p. m.

      2. Participantes
      Nombre\tPrimera unión\tÚltima salida\tDuración en la reunión\tCorreo electrónico\tId. de participante (UPN)\tRol
      Inés Pérez\t13/2/20, 10:28:00 a. m.\t13/2/20, 12:01:00 p. m.\t1 h 33 min\tines.perez@btec.example\t\tModerador
      Olga Organiser\t13/2/20, 10:20:11 a. m.\t13/2/20, 12:02:00 p. m.\t1 h 41 min 49 s\tolga@council.example\t\tOrganizador

      3. Actividades en la reunión
      Nombre\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\tRol
      Inés Pérez\t13/2/20, 10:28:00 a. m.\t13/2/20, 12:01:00 p. m.\t1 h 33 min\tines.perez@btec.example\tModerador
      Olga Organiser\t13/2/20, 10:20:11 a. m.\t13/2/20, 12:02:00 p. m.\t1 h 41 min 49 s\tolga@council.example\tOrganizador
      """;

  static final String TEAMS_POLISH =
      """
      1. Podsumowanie
      Godzina zakończenia\t13.02.2020, 12:02:00

      2. Uczestnicy
      Imię i nazwisko\tPierwsze dołączenie\tOstatnie wyjście\tCzas udziału w spotkaniu\tAdres e-mail\tIdentyfikator uczestnika (UPN)\tRola
      Łucja Żak\t13.02.2020, 10:28:00\t13.02.2020, 12:01:00\t1 godz. 33 min 0 sek.\tlucja@civic.example\t\tPrezenter
      Olga Organiser\t13.02.2020, 10:20:11\t13.02.2020, 12:02:00\t1 godz. 41 min 49 sek.\tolga@council.example\t\tOrganizator

      3. Działania podczas spotkania
      Imię i nazwisko\tGodzina dołączenia\tGodzina opuszczenia\tCzas trwania\tAdres e-mail\tRola
      Łucja Żak\t13.02.2020, 10:28:00\t13.02.2020, 12:01:00\t1 godz. 33 min 0 sek.\tlucja@civic.example\tPrezenter
      Olga Organiser\t13.02.2020, 10:20:11\t13.02.2020, 12:02:00\t1 godz. 41 min 49 sek.\tolga@council.example\tOrganizator
      """;

  static final String TEAMS_FRENCH =
      """
      1. Résumé
      Heure de fin\t13/02/2020 12:02:00

      2. Participants
      Nom\tPremière participation\tDernière sortie\tDurée en réunion\tE-mail\tID du participant (UPN)\tRôle
      Zoé Noël\t13/02/2020 10:28:00\t13/02/2020 12:01:00\t1 h 33 min\tzoe@civic.example\t\tPrésentateur

      3. Activités en réunion
      Nom\tHeure d’arrivée\tHeure de départ\tDurée\tE-mail\tRôle
      Zoé Noël\t13/02/2020 10:28:00\t13/02/2020 12:01:00\t1 h 33 min\tzoe@civic.example\tOrganisatrice
      """;

  static final String TEAMS_LIST =
      """
      Full Name\tUser Action\tTimestamp
      Olga Organiser\tJoined before\t2/13/2020, 10:20:11 AM
      Inés Pérez\tJoined\t2/13/2020, 10:28:00 AM
      Ana Cal\tJoined\t2/13/2020, 10:29:00 AM
      Inés Pérez\tLeft\t2/13/2020, 10:50:00 AM
      Inés Pérez\tJoined\t2/13/2020, 11:01:00 AM
      Inés Pérez\tLeft\t2/13/2020, 11:43:00 AM
      """;

  static final String GOOGLE_MEET =
      """
      First name,Last name,Email,Duration,Time joined,Time exited
      Inés,Pérez,ines.perez@btec.example,1 hr 2 min,10:30 AM,11:32 AM
      Ana,Cal,,58 min,10:32 AM,12:00 PM
      """;

  static final String BIGBLUEBUTTON =
      """
      Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration,Which theme?
      "Olga Organiser","TRUE","0","00:10:00","-","0","0","0","0","2/13/2020, 10:20:11 AM","2/13/2020, 12:02:00 PM","01:41:49","-"
      "Ana "Nana" Cal, Toledo","FALSE","4.5","-","-","2","0","1","0","2/13/2020, 10:28:00 AM","2/13/2020, 11:43:00 AM","01:15:00","Health"
      "Inés Pérez","FALSE","1","-","-","0","0","0","0","2/13/2020, 10:40:00 AM","-","01:22:30","-"
      "Anonymous","","","","","","","","","","","","Health
      Roads"
      """
          .replace("\n", "\r\n");

  static final String ADOBE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <results><status code="ok"/><report-meeting-attendance>
      <row transcript-id="1" sco-id="7" principal-id="20" answered-survey="0"><login>ines.perez@btec.example</login><session-name>Inés Pérez</session-name><sco-name>Open Government</sco-name><participant-name>Inés Pérez</participant-name><date-created>2020-02-13T10:28:00.000-06:00</date-created><date-end>2020-02-13T11:43:00.000-06:00</date-end></row>
      <row transcript-id="2" sco-id="7" principal-id="" answered-survey="0"><session-name>Ana &amp; Beto Cal</session-name><sco-name>Open Government</sco-name><participant-name>Ana &amp; Beto Cal</participant-name><date-created>2020-02-13T16:40:00.000Z</date-created></row>
      <row transcript-id="3" sco-id="7" principal-id="20" answered-survey="0"><login>ines.perez@btec.example</login><session-name>Inés Pérez</session-name><sco-name>Open Government</sco-name><participant-name>Inés Pérez</participant-name><date-created>2020-02-20T10:28:00.000-06:00</date-created><date-end>2020-02-20T11:43:00.000-06:00</date-end></row>
      </report-meeting-attendance></results>
      """;

  private Exports() {}

  /** Every kind of export that is recognised by itself, by the name of its format and language. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("zoom-meeting", utf8(ZOOM_MEETING));
    all.put("zoom-meeting unique users", utf8(ZOOM_USERS));
    all.put("zoom-webinar", utf8(ZOOM_WEBINAR));
    all.put("microsoft-teams en", utf16(TEAMS));
    all.put("microsoft-teams de", utf16(TEAMS_GERMAN));
    all.put("microsoft-teams es", utf16(TEAMS_SPANISH));
    all.put("microsoft-teams pl", utf16(TEAMS_POLISH));
    all.put("microsoft-teams-list", utf16(TEAMS_LIST));
    all.put("google-meet", utf8(GOOGLE_MEET));
    all.put("bigbluebutton", utf8(BIGBLUEBUTTON));
    all.put("adobe-connect", utf8(ADOBE));
    all.put("sign-in-sheet", Samples.bytes("sign-in-sheet-spanish-windows-1252.csv"));
    all.put("sign-in-sheet times", Samples.bytes("sign-in-sheet-with-times.csv"));
    return all;
  }

  /** One of them. */
  static byte[] called(String name) {
    return java.util.Objects.requireNonNull(all().get(name));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As Teams writes it: little-endian UTF-16 with a mark, lines ended by CR LF. */
  static byte[] utf16(String text) {
    return encoded(
        "\uFEFF" + text.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_16LE);
  }

  static byte[] encoded(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
