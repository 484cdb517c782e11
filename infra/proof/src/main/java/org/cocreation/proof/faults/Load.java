package org.cocreation.proof.faults;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.platform.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * People using one programme while the platform is broken: they register (some twice, with the same
 * key), change their choices or submit a concept note by the link in their e-mail, cancel, are
 * marked as present or are on a list that is brought in; a coordinator closes the sessions
 * meanwhile. Everything acknowledged goes into the ledger.
 */
final class Load {

  /** The programme's sessions, both long past. */
  static final List<String> SESSIONS = List.of("first", "second");

  static final int SEATS = 15;
  private static final int WORKERS = 4;

  private final Client platform;
  private final Ledger ledger;
  private final String programme;
  private final Random random;
  private final double patience;
  private final long pauseMillis;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger people = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicLong lastAcknowledged = new AtomicLong();
  private final PersonalLinks links;
  private final SignInLists lists;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private volatile boolean over;
  private volatile boolean gone;

  /**
   * Load on a programme of its own.
   *
   * @param perSecond how many people come in a second, if the platform keeps up
   * @param patience how long a client asks for one thing, in seconds
   */
  Load(
      Client platform,
      Client mailbox,
      Ledger ledger,
      String programme,
      Random random,
      double perSecond,
      double patience,
      Clock clock) {
    this.platform = platform;
    this.ledger = ledger;
    this.programme = programme;
    this.random = random;
    this.patience = patience;
    this.pauseMillis = (long) (1_000 * WORKERS / perSecond);
    this.clock = clock;
    links = new PersonalLinks(this, mailbox, patience);
    lists = new SignInLists(this, patience);
  }

  String programme() {
    return programme;
  }

  int people() {
    return people.get();
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** When something was acknowledged last, by {@link System#nanoTime}. */
  long lastAcknowledged() {
    return lastAcknowledged.get();
  }

  /** What was answered as it must not be, in words. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Sets the programme up and lets the people come. */
  void start() {
    Answer set = setUp(programme, SESSIONS, SEATS);
    if (!set.done()) {
      throw new IllegalStateException("The programme could not be set up: " + set);
    }
    acknowledged(Entry.Kind.SET_UP, "", Map.of());
    for (int worker = 0; worker < WORKERS; worker++) {
      Random own = new Random(random.nextLong());
      run("person-" + worker, () -> comeUntilItIsOver(own));
    }
    run("links", () -> links.fulfilUntil(() -> gone));
    run("lists", () -> lists.bringInUntil(() -> gone));
  }

  /** Sets a programme up whose sessions are long past, a day apart. */
  Answer setUp(String which, List<String> sessionIds, int seats) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", Map.of("en", "Programme of the fault proof"));
    document.put("timeZone", "America/Belize");
    List<Map<String, Object>> sessions = new ArrayList<>();
    for (String session : sessionIds) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sessionId", session);
      one.put("title", Map.of("en", "Session " + session));
      one.put("startsAt", "2020-02-1" + (3 + sessions.size()) + "T16:30:00Z");
      one.put("durationMinutes", 90);
      one.put("venue", Map.of("name", "BTEC", "place", "Belize City", "seats", seats));
      one.put("room", Map.of("url", "https://rooms.example/" + session));
      sessions.add(one);
    }
    document.put("sessions", sessions);
    return ask(Caller.COORDINATOR, "PUT", "/api/registration/programmes/" + which, document, "");
  }

  /** What somebody sends who registers. */
  static Map<String, Object> registration(
      String name, String email, String language, Map<String, String> choices) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("email", email);
    body.put("sector", "civil-society");
    body.put("district", "Toledo");
    body.put("language", language);
    body.put("choices", choices);
    return body;
  }

  /** Registers somebody, and asks until that is answered for good. */
  Answer register(String which, Map<String, Object> body, String key) {
    return ask(
        Caller.PUBLIC,
        "POST",
        "/api/registration/programmes/" + which + "/registrations",
        body,
        key);
  }

  private void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  /** Lets nobody new come, and comes back when who was there has done. */
  void end() throws InterruptedException {
    over = true;
    for (Thread person : threads.subList(0, WORKERS)) {
      person.join();
    }
    gone = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The attendance of a session counts from now on. */
  void close(String session) {
    Answer closed =
        ask(
            Caller.COORDINATOR,
            "POST",
            session(session) + "/closing",
            Map.of("acknowledgeUndecided", true),
            "",
            Set.of(404));
    if (closed.done()) {
      acknowledged(Entry.Kind.CLOSED, "", Map.of("session", session));
    } else {
      wrong.add("closing " + session + " was answered " + closed);
    }
  }

  private void comeUntilItIsOver(Random own) {
    while (!over) {
      long started = System.nanoTime();
      String email = "p" + people.incrementAndGet() + "." + programme + "@load.example";
      try {
        live(email, own);
      } catch (RuntimeException e) {
        wrong.add(email + ": " + e);
      }
      Waiting.millis(pauseMillis - (System.nanoTime() - started) / 1_000_000);
    }
  }

  private void live(String email, Random own) {
    Map<String, String> choices = choices(own);
    Map<String, Object> body =
        registration(
            "Person " + email.substring(0, email.indexOf('.')) + " Cal",
            email,
            own.nextBoolean() ? "en" : "es",
            choices);
    String key = new UUID(own.nextLong(), own.nextLong()).toString();
    Answer first = register(programme, body, key);
    if (!sure(first, email, "registered")) {
      return;
    }
    acknowledged(Entry.Kind.REGISTERED, email, choices);
    if (own.nextInt(5) == 0) {
      Answer again = register(programme, body, key);
      if (again.status() != 0 && !again.equals(first)) {
        wrong.add(email + ", the same again under the same key: " + again + " after " + first);
      }
    }
    String registration = listed(email);
    if (registration.isEmpty()) {
      return;
    }
    int fate = own.nextInt(10);
    if (fate == 0) {
      String cancel = "/api/registration/registrations/" + registration + "/cancellation";
      if (sure(ask(Caller.COORDINATOR, "POST", cancel, Map.of(), ""), email, "cancelled")) {
        acknowledged(Entry.Kind.CANCELLED, email, Map.of());
      }
      return;
    }
    if (fate <= 3) {
      links.wish(email, fate == 3);
    }
    if (fate == 8) {
      lists.signedIn(email, String.valueOf(body.get("name")));
    }
    for (String session :
        fate == 9 ? SESSIONS.subList(0, 1) : fate == 8 ? SESSIONS.subList(1, 2) : SESSIONS) {
      mark(email, registration, session);
    }
  }

  private static Map<String, String> choices(Random own) {
    Map<String, String> choices = new LinkedHashMap<>();
    SESSIONS.forEach(session -> choices.put(session, own.nextInt(4) == 0 ? "venue" : "online"));
    return choices;
  }

  private String listed(String email) {
    String path =
        "/api/registration/programmes/"
            + programme
            + "/registrations?limit=5&q="
            + email.substring(0, email.indexOf('@'));
    Answer list = ask(Caller.COORDINATOR, "GET", path, null, "");
    for (JsonNode item : list.body().path("items")) {
      if (item.path("email").asString("").equals(email)) {
        String id = item.path("registrationId").asString("");
        acknowledged(Entry.Kind.LISTED, email, Map.of("registration", id));
        return id;
      }
    }
    if (list.done()) {
      wrong.add(email + " is registered and not listed");
    }
    return "";
  }

  private void mark(String email, String registration, String session) {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("registrationId", registration);
    mark.put("attended", true);
    mark.put("mode", "venue");
    mark.put("reason", "seen at the door");
    // Until the registration has travelled to the attendance service nobody knows the person there.
    Answer marked =
        ask(Caller.COORDINATOR, "POST", session(session) + "/marks", mark, "", Set.of(404, 422));
    if (sure(marked, email, "marked")) {
      acknowledged(Entry.Kind.MARKED, email, Map.of("session", session));
    }
  }

  /** Whether it was acknowledged; without an answer for good, nobody knows. */
  boolean sure(Answer answer, String email, String what) {
    if (answer.done()) {
      return true;
    }
    ledger.write(
        new Entry(
            clock.instant(),
            Entry.Kind.UNSURE,
            programme,
            email,
            Map.of("what", what, "answer", answer.status() + " " + answer.text())));
    wrong.add(email + " was not " + what + ": " + answer);
    return false;
  }

  /** Something that was acknowledged, to people or to a fault that plays some. */
  void acknowledged(Entry.Kind kind, String email, Map<String, String> about) {
    ledger.write(new Entry(clock.instant(), kind, programme, email, about));
    acknowledged.incrementAndGet();
    lastAcknowledged.set(System.nanoTime());
  }

  /** Asks until it is answered for good. */
  Answer ask(
      Caller caller,
      String method,
      String path,
      @org.jspecify.annotations.Nullable Object body,
      String key) {
    return ask(caller, method, path, body, key, Set.of());
  }

  /** The same; some answers mean here: not yet. */
  Answer ask(
      Caller caller,
      String method,
      String path,
      @org.jspecify.annotations.Nullable Object body,
      String key,
      Set<Integer> again) {
    return platform.ask(caller, method, path, body, key, again, patience);
  }

  /** Where the attendance of a session is found. */
  String session(String session) {
    return "/api/attendance/programmes/" + programme + "/sessions/" + session;
  }
}
