package org.cocreation.attendance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Mode;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.cocreation.attendance.domain.sheet.Attendance;
import org.cocreation.attendance.domain.sheet.Attendances;
import org.cocreation.attendance.domain.sheet.Decision;
import org.cocreation.attendance.domain.sheet.Entry;
import org.cocreation.attendance.domain.sheet.Foreseen;
import org.cocreation.attendance.domain.sheet.Happening;
import org.cocreation.attendance.domain.sheet.Happenings;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.ImportReport;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.attendance.domain.sheet.Observation;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Origin;
import org.cocreation.attendance.domain.sheet.Sheet;
import org.cocreation.attendance.domain.sheet.Sheets;
import org.cocreation.attendance.domain.sheet.Tally;
import org.cocreation.attendance.domain.sheet.Unsettled;
import org.cocreation.attendance.domain.sheet.Uploads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the domain may rely on of its documents, on whatever store. */
abstract class StorageContract {

  private static final Instant NOW = Instant.parse("2020-02-13T19:00:00.123Z");

  @Autowired private Programmes programmes;
  @Autowired private Roster roster;
  @Autowired private Aliases aliases;
  @Autowired private Observations observations;
  @Autowired private Imports imports;
  @Autowired private Uploads uploads;
  @Autowired private Sheets sheets;
  @Autowired private Happenings happenings;
  @Autowired private Attendances attendances;

  private final String programme = "p-" + UUID.randomUUID();
  private final SessionKey session = new SessionKey(programme, "w1");

  @Test
  void givesBackAProgrammeAsItWas() {
    Programme kept =
        new Programme(
            programme,
            3,
            ZoneId.of("America/Belize"),
            0.6667,
            15,
            10,
            List.of(new ScheduledSession("w1", 1, "One", null, NOW, 90, true)));

    save(programmes, programme, kept);

    assertThat(programmes.find(programme)).contains(kept);
  }

  @Test
  void givesBackAPersonAsTheyWereAndFindsThemByKeyAndLink() {
    Person ana = person("r1", "Ana María Cal", "ana@civic.example");
    save(roster, "r1" + programme, ana);

    assertThat(roster.find("r1" + programme)).contains(ana);
    assertThat(bearers(RosterKey.Kind.EMAIL, "ana@civic.example")).containsExactly(ana);
    assertThat(bearers(RosterKey.Kind.NAME, "ana cal maria")).containsExactly(ana);
    assertThat(bearers(RosterKey.Kind.WORD, "maria")).containsExactly(ana);
    assertThat(bearers(RosterKey.Kind.WORD, "mari")).isEmpty();
    assertThat(roster.bearers(List.of(), 10)).isEmpty();
    assertThat(roster.holderOf("hash-r1" + programme)).contains(ana);
    assertThat(roster.holderOf("none")).isEmpty();
  }

  @Test
  void nolongerFindsSomebodyByWhatWasErased() {
    save(roster, "r1" + programme, person("r1", "Ana Cal", "ana@civic.example"));
    save(roster, "r1" + programme, person("r1", "Ana Cal", "ana@civic.example").erased(NOW));

    assertThat(bearers(RosterKey.Kind.NAME, "ana cal")).isEmpty();
    assertThat(roster.holderOf("hash-r1" + programme)).isEmpty();
  }

  @Test
  void pagesThroughTheRosterOfOneProgrammeInOrder() {
    Map<String, Person> people = new LinkedHashMap<>();
    for (int i = 25; i > 0; i--) {
      String id = "r%02d".formatted(i);
      people.put(id + programme, person(id, "Person " + i, "p" + i + "@civic.example"));
    }
    saveAll(roster, people);
    save(roster, "elsewhere" + programme, Person.unknown("r01", programme + "0"));

    List<Person> first = roster.page(programme, "", 20);
    List<Person> second = roster.page(programme, first.get(19).registrationId(), 20);

    assertThat(first).hasSize(20);
    assertThat(first.get(0).registrationId()).isEqualTo("r01");
    assertThat(second)
        .extracting(Person::registrationId)
        .containsExactly("r21", "r22", "r23", "r24", "r25");
  }

  @Test
  void saysOfEachOfAProgrammesPeopleWhetherTheyAreRegistered() {
    Person ana = person("r1", "Ana Cal", "ana@civic.example");
    Instant later = NOW.plusSeconds(9);
    Map<String, Person> people = new LinkedHashMap<>();
    people.put("r1" + programme, ana);
    people.put("r2" + programme, person("r2", "Ben Poot", "ben@civic.example").cancelled(later));
    people.put(
        "r3" + programme,
        person("r3", "Cy Tut", "cy@civic.example")
            .cancelled(later)
            .registered(later.plusSeconds(1), "hash-again" + programme, List.of()));
    people.put("r4" + programme, person("r4", "Di Ack", "di@civic.example").erased(later));
    people.put("r5" + programme, Person.unknown("r5", programme));
    saveAll(roster, people);
    save(roster, "elsewhere" + programme, Person.unknown("r0", programme + "0"));

    Map<String, Boolean> rostered = roster.rostered(programme, "", 10);

    assertThat(rostered)
        .containsExactlyEntriesOf(
            new TreeMap<>(Map.of("r1", true, "r2", false, "r3", true, "r4", false, "r5", false)));
    assertThat(rostered.get("r1")).isEqualTo(ana.rostered());
    assertThat(roster.rostered(programme, "r1", 2)).containsOnlyKeys("r2", "r3");
    assertThat(roster.rostered(programme, "r5", 2)).isEmpty();
  }

  @Test
  void findsManyAmongManyByThousandsOfKeys() {
    Map<String, Person> people = new LinkedHashMap<>();
    List<RosterKey> keys = new java.util.ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      people.put(
          "m" + i + programme, person("m" + i, "Name Number" + i, "m" + i + "@civic.example"));
      keys.add(key(RosterKey.Kind.EMAIL, "m" + i + "@civic.example"));
    }
    saveAll(roster, people);

    keys.add(key(RosterKey.Kind.WORD, "name"));

    Map<RosterKey, List<Person>> bearers = roster.bearers(keys, 100);

    assertThat(bearers).hasSize(2_501);
    assertThat(bearers.get(key(RosterKey.Kind.EMAIL, "m17@civic.example")))
        .extracting(Person::registrationId)
        .containsExactly("m17");
    assertThat(bearers.get(key(RosterKey.Kind.WORD, "name"))).hasSize(100);
    assertThat(roster.findAll(people.keySet())).hasSize(2_500);
  }

  @Test
  void givesBackAnObservationAndFindsItEveryWayThatIsNeeded() {
    Identity identity = new Identity(Identity.Kind.NAME, "nena p|btec");
    Origin told = new Origin(Origin.Channel.FEED, "rooms", "o7" + programme);
    Observation matched =
        new Observation(
            "o1" + programme,
            session,
            identity,
            null,
            List.of(
                new Entry(
                    Origin.row("imp1", 4),
                    0,
                    "Nena P",
                    "BTEC",
                    Evidence.stay(Place.ONLINE, NOW, NOW.plusSeconds(9)),
                    false),
                new Entry(
                    Origin.row("imp2", 2), 0, null, null, Evidence.total(Place.ONLINE, 40), false),
                new Entry(
                    told,
                    3,
                    null,
                    null,
                    Evidence.openStay(Place.VENUE, NOW.plusSeconds(1), null),
                    true)),
            Match.waiting(new Bilingual("waits", "espera")),
            new Decision(Match.State.MATCHED, List.of("c1" + programme, "c2"), null, "carla", NOW),
            new Unsettled(List.of("c1"), "why", true, List.of(happening("h9" + programme, NOW))),
            7);
    save(observations, matched.observationId(), matched);

    assertThat(observations.find(matched.observationId())).contains(matched);
    assertThat(observations.creditedTo(List.of("c1" + programme))).containsExactly(matched);
    assertThat(observations.creditedIn(session, List.of("c2", "c1" + programme)))
        .containsExactly(matched);
    assertThat(
            observations.creditedIn(
                new SessionKey(programme, "another"), List.of("c1" + programme)))
        .isEmpty();
    assertThat(observations.carrying(List.of(identity.key(programme)))).containsExactly(matched);
    assertThat(observations.carrying(List.of(key(RosterKey.Kind.INITIAL, "nena|p"))))
        .containsExactly(matched);
    assertThat(observations.ofImport("imp2")).contains(matched.observationId());
    assertThat(observations.holding(List.of(told))).containsExactly(matched);
    assertThat(observations.holding(List.of(Origin.row("imp1", 4)))).isEmpty();
    assertThat(observations.unsettled(1_000)).contains(matched.observationId());
    assertThat(observations.page(session, Optional.empty(), "", 10)).containsExactly(matched);
    assertThat(observations.page(session, Optional.of(Match.State.MATCHED), "", 10))
        .containsExactly(matched);
    assertThat(observations.page(session, Optional.of(Match.State.STAFF), "", 10)).isEmpty();
    assertThat(observations.waiting(session)).isZero();
  }

  @Test
  void listsWhoWaitsAndNobodyWithoutRows() {
    for (int i = 0; i < 3; i++) {
      Observation waiting =
          new Observation(
              "w" + i + programme,
              session,
              new Identity(Identity.Kind.EMAIL, "w" + i + "@civic.example"),
              "w" + i + "@civic.example",
              i == 2
                  ? List.of()
                  : List.of(
                      new Entry(
                          Origin.row("imp", i), 0, "Somebody", null, Evidence.signature(), false)),
              Match.waiting(new Bilingual("waits", "espera")),
              null,
              null,
              0);
      save(observations, waiting.observationId(), waiting);
    }

    assertThat(observations.waiting(session)).isEqualTo(2);
    assertThat(observations.page(session, Optional.of(Match.State.WAITING), "w0" + programme, 10))
        .hasSize(1);
  }

  @Test
  void keepsAnImportWithItsHistory() {
    Import first = imported("i1" + programme, Import.Status.APPLIED, NOW);
    Import second = imported("i2" + programme, Import.Status.APPLYING, NOW.plusSeconds(60));
    Import third = imported("i3" + programme, Import.Status.PREVIEW, NOW.plusSeconds(90));
    save(imports, first.importId(), first);
    save(imports, second.importId(), second);
    save(imports, third.importId(), third);

    assertThat(imports.find(first.importId())).contains(first);
    assertThat(imports.page(session, "", 10)).containsExactly(third, second, first);
    assertThat(imports.page(session, second.position(), 10)).containsExactly(first);
    assertThat(imports.count(session, Import.Status.APPLIED)).isEqualTo(1);
    assertThat(imports.count(session, Import.Status.UNDONE)).isZero();
    assertThat(imports.previewedBefore(NOW.plusSeconds(91))).contains(third).doesNotContain(first);
    assertThat(imports.previewedBefore(NOW.plusSeconds(90))).doesNotContain(third);
    assertThat(imports.unfinished(NOW.plusSeconds(61))).contains(second).doesNotContain(first);
    assertThat(imports.unfinished(NOW)).doesNotContain(second);
    imports.change(third.importId(), found -> Decided.gone(true));
    assertThat(imports.find(third.importId())).isEmpty();
    assertThat(imports.page(session, "", 10)).containsExactly(second, first);
  }

  @Test
  void tellsTheHistoryOfOneSessionOnceAndTheLatestFirst() {
    Happening first = happening("h1" + programme, NOW);
    Happening second = happening("h2" + programme, NOW.plusSeconds(5));
    happenings.tell(List.of(first, second));
    happenings.tell(List.of(happening("h1" + programme, NOW.plusSeconds(99))));
    save(
        happenings,
        "other",
        new Happening(
            "other",
            new SessionKey(programme, "w2"),
            Happening.Kind.CLOSING,
            null,
            NOW,
            null,
            null,
            List.of(),
            null,
            null,
            null));

    assertThat(happenings.page(session, "", 10)).containsExactly(second, first);
    assertThat(happenings.page(session, second.position(), 10)).containsExactly(first);
    assertThat(happenings.about(List.of("about" + programme)))
        .containsExactlyInAnyOrder(first.happeningId(), second.happeningId());
  }

  private Happening happening(String id, Instant at) {
    return new Happening(
        id,
        session,
        Happening.Kind.CORRECTION,
        "carla",
        at,
        "i1",
        "o1",
        List.of("about" + programme),
        new Happening.Standing("attended", List.of("r1"), 70),
        new Happening.Standing("not-attended", List.of(), null),
        "why");
  }

  @Test
  void keepsAFileUntilItIsLetGo() {
    Contents contents = new Contents(new byte[] {0, 1, 2, (byte) 0xFF});
    ColumnMapping mapping =
        new ColumnMapping(null, "Who", null, null, null, null, "Here", null, null, null);
    uploads.keep("u1" + programme, new Uploads.Stored(contents, mapping, NOW));
    uploads.keep("u1" + programme, new Uploads.Stored(contents, mapping, NOW));
    uploads.keep(
        "u2" + programme, new Uploads.Stored(contents, null, NOW.plus(Duration.ofDays(9))));

    Uploads.Stored found = uploads.find("u1" + programme).orElseThrow();
    assertThat(found.contents()).isEqualTo(contents);
    assertThat(found.mapping()).isEqualTo(mapping);

    assertThat(uploads.keepUntil("u3" + programme, NOW)).isFalse();
    uploads.dropExpired(NOW.plusSeconds(1));
    assertThat(uploads.find("u1" + programme)).isEmpty();
    assertThat(uploads.find("u2" + programme)).isPresent();
    assertThat(uploads.keepUntil("u2" + programme, NOW.plus(Duration.ofDays(20)))).isTrue();
    uploads.dropExpired(NOW.plus(Duration.ofDays(19)));
    assertThat(uploads.find("u2" + programme).orElseThrow().contents()).isEqualTo(contents);
    uploads.drop("u2" + programme);
    uploads.drop("u2" + programme);
    assertThat(uploads.find("u2" + programme)).isEmpty();
    uploads.keep("u2" + programme, new Uploads.Stored(contents, null, NOW));
    assertThat(uploads.find("u2" + programme)).isPresent();
  }

  @Test
  void keepsASheetAndFindsItWhileItIsBeingClosed() {
    Sheet closing =
        new Sheet(
            session,
            Sheet.Status.CLOSING,
            new Schedule(NOW, 90, ZoneId.of("America/Belize"), 0.6667, 15, 15),
            "carla",
            NOW,
            2,
            "r17",
            null,
            null,
            0);
    save(sheets, session.value(), closing);

    assertThat(sheets.of(session)).isEqualTo(closing);
    assertThat(sheets.closing()).contains(closing);
    assertThat(sheets.of(new SessionKey(programme, "w2")).status()).isEqualTo(Sheet.Status.OPEN);
    save(sheets, session.value(), Sheet.open(session));
    assertThat(sheets.closing()).doesNotContain(closing);
  }

  @Test
  void countsTheOutcomesOfOneSession() {
    Attendance attended =
        new Attendance(
            session,
            "r1",
            new Mark(true, Place.VENUE, "seen", "carla", NOW),
            new Attendance.Recorded(2, judgement(Outcome.ATTENDED, null), NOW),
            List.of(happening("h8" + programme, NOW)));
    save(attendances, Attendance.idOf(session, "r1"), attended);
    save(
        attendances,
        Attendance.idOf(session, "r2"),
        new Attendance(
            session,
            "r2",
            null,
            new Attendance.Recorded(1, judgement(Outcome.UNKNOWN, 12), NOW),
            List.of()));
    save(attendances, Attendance.idOf(session, "r3"), Attendance.none(session, "r3"));

    assertThat(attendances.find(Attendance.idOf(session, "r1"))).contains(attended);
    assertThat(attendances.untold(1_000))
        .contains(attended)
        .noneMatch(each -> each.untold().isEmpty());
    assertThat(attendances.tally(session)).isEqualTo(new Tally(1, 0, 1));
  }

  @Test
  void findsTheDecisionsThatStandForSomebody() {
    Identity identity = new Identity(Identity.Kind.EMAIL, "shared@civic.example");
    Alias alias =
        new Alias(
            programme,
            identity,
            List.of(
                new Alias.Lesson(
                    "w1",
                    Match.State.MATCHED,
                    List.of("a1" + programme, "a2"),
                    "x",
                    "carla",
                    NOW)));
    save(aliases, Alias.idOf(programme, identity), alias);

    assertThat(aliases.find(Alias.idOf(programme, identity))).contains(alias);
    assertThat(aliases.standingFor(List.of("a1" + programme)))
        .containsExactly(Alias.idOf(programme, identity));
  }

  @Test
  void decidesAgainOnWhatAFasterWriterLeft() {
    String id = "race" + programme;
    save(aliases, id, alias("0"));
    List<Thread> racers =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new Thread(
                        () ->
                            aliases.change(
                                id,
                                found ->
                                    Decided.of(
                                        alias(
                                            String.valueOf(
                                                Integer.parseInt(taughtBy(found.orElseThrow()))
                                                    + 1)),
                                        true))))
            .toList();
    racers.forEach(Thread::start);
    racers.forEach(StorageContract::join);

    assertThat(taughtBy(aliases.find(id).orElseThrow())).isEqualTo("8");
  }

  private Alias alias(String by) {
    return new Alias(
        programme,
        new Identity(Identity.Kind.EMAIL, "x@civic.example"),
        List.of(new Alias.Lesson("w1", Match.State.STAFF, List.of(), "", by, NOW)));
  }

  private static String taughtBy(Alias alias) {
    return alias.lessons().get(0).by();
  }

  private Import imported(String id, Import.Status status, Instant at) {
    Judgement before = judgement(Outcome.UNKNOWN, null);
    return new Import(
        id,
        session,
        "list.csv",
        status,
        new ImportReport(
            "zoom-meeting",
            "UTF-8",
            5,
            4,
            1,
            1,
            List.of(new SetAside(3, SetAside.Reason.NOT_SIGNED)),
            1,
            List.of(new RowProblem(2, "name", "a name", "Row 2.")),
            1,
            Map.of(Match.State.MATCHED, 1),
            Map.of(Match.By.EMAIL, 1),
            List.of(new Bilingual("note", "nota")),
            new Foreseen(
                1,
                1,
                List.of(
                    new Foreseen.Item(session, "r1", before, judgement(Outcome.ATTENDED, 70))))),
        null,
        "carla",
        at,
        new Import.Signed("carla", at, "because"),
        new Import.Signed("dan", at, null),
        2,
        new Import.Progress(500, 20_000),
        at);
  }

  private static Judgement judgement(Outcome outcome, @Nullable Integer minutes) {
    return new Judgement(outcome, Mode.VENUE, minutes, 60, 90, new Bilingual("en", "es"));
  }

  private Person person(String id, String name, String email) {
    return Person.unknown(id, programme)
        .registered(
            NOW.truncatedTo(ChronoUnit.MILLIS),
            "hash-" + id + programme,
            List.of(new Choice("w1", "online", "none")))
        .reachedAs(new Contact(name, email, null, 1));
  }

  private List<Person> bearers(RosterKey.Kind kind, String value) {
    return roster.bearers(List.of(key(kind, value)), 10).getOrDefault(key(kind, value), List.of());
  }

  private RosterKey key(RosterKey.Kind kind, String value) {
    return new RosterKey(programme, kind, value);
  }

  private static <S> void save(Kept<S> documents, String id, S state) {
    documents.change(id, found -> Decided.of(state, true));
  }

  private static <S> void saveAll(Kept<S> documents, Map<String, S> states) {
    Map<String, Function<Optional<S>, Decided<S, Boolean>>> all = new LinkedHashMap<>();
    states.forEach((id, state) -> all.put(id, found -> Decided.of(state, true)));
    documents.changeAll(all);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
