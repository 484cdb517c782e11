package org.cocreation.proof.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.cocreation.proof.faults.Evidence.Delivery;
import org.cocreation.proof.faults.Evidence.Held;
import org.cocreation.proof.faults.Evidence.Note;
import org.cocreation.proof.faults.Evidence.Registered;
import org.cocreation.proof.faults.Evidence.Told;

/** Reads what the audit goes by: stores, topics and mailbox, never by way of a service. */
final class Witness implements AutoCloseable {

  /** The services that keep documents, each in the database of its name. */
  static final List<String> DATABASES =
      List.of("registration", "attendance", "certificate", "submission", "notification");

  private static final String PROGRAMME = "state.programmeId";
  private static final String NOTE_PROGRAMME = "state.programme";

  private final MongoClient store;
  private final TopicReader topics;
  private final Path mails;
  private final Clock clock = Clock.systemUTC();
  private final List<Instant> cutOffs = new CopyOnWriteArrayList<>();

  Witness(String storeUri, TopicReader topics, Path mails) {
    store = MongoClients.create(storeUri);
    this.topics = topics;
    this.mails = mails;
  }

  /**
   * What is known of one programme.
   *
   * @param shown what the portal shows of it
   */
  Evidence about(String programme, Map<String, Integer> shown) {
    List<Registered> registrations = registrations(programme);
    List<Told> all = topics.all();
    java.util.Set<String> keys = new java.util.HashSet<>(List.of(programme));
    registrations.forEach(one -> keys.add(one.id()));
    List<Told> records =
        all.stream()
            .filter(one -> keys.contains(one.key()) || one.text("programmeId").equals(programme))
            .toList();
    return new Evidence(
        registrations,
        completions(programme),
        notes(programme),
        deliveries(programme),
        records,
        mails(),
        overfull(programme),
        topics.deadLetters(),
        waiting(),
        shown);
  }

  private List<Registered> registrations(String programme) {
    List<Registered> found = new ArrayList<>();
    for (Document document :
        of("registration", "registrations").find(Filters.eq(PROGRAMME, programme))) {
      Document state = document.get("state", Document.class);
      Document person = state.get("person", new Document());
      Map<String, String> modes = new TreeMap<>();
      for (Document choice : state.getList("choices", Document.class, List.of())) {
        modes.put(choice.getString("sessionId"), choice.getString("mode").toLowerCase(Locale.ROOT));
      }
      found.add(
          new Registered(
              String.valueOf(document.get("_id")),
              String.valueOf(person.get("email")),
              "ACTIVE".equals(state.getString("status")),
              modes));
    }
    return found;
  }

  private Map<String, Held> completions(String programme) {
    Map<String, Held> held = new HashMap<>();
    for (Document document :
        of("certificate", "completions").find(Filters.eq(PROGRAMME, programme))) {
      Document state = document.get("state", Document.class);
      Document certificate = state.get("certificate", Document.class);
      if (certificate != null) {
        held.put(
            state.getString("registrationId"),
            new Held(
                String.valueOf(certificate.get("serial")),
                "VALID".equals(certificate.getString("status"))));
      }
    }
    return held;
  }

  private Map<String, Note> notes(String programme) {
    Map<String, Note> notes = new HashMap<>();
    for (Document document :
        of("submission", "notes").find(Filters.eq(NOTE_PROGRAMME, programme))) {
      Document state = document.get("state", Document.class);
      notes.put(
          document.getString("_id"),
          new Note(String.valueOf(state.get("author")), !"DRAFT".equals(state.getString("state"))));
    }
    return notes;
  }

  private List<Delivery> deliveries(String programme) {
    List<Delivery> found = new ArrayList<>();
    for (Document document :
        of("notification", "deliveries").find(Filters.eq(PROGRAMME, programme))) {
      Document state = document.get("state", Document.class);
      found.add(
          new Delivery(
              state.getString("deliveryId"),
              state.getString("registrationId"),
              state.getString("template"),
              state.getString("state")));
    }
    return found;
  }

  /** Rule 2 of the domain: seats are never oversold. */
  private List<String> overfull(String programme) {
    Map<String, Integer> seated = new HashMap<>();
    for (Document document :
        of("registration", "registrations").find(Filters.eq(PROGRAMME, programme))) {
      Document state = document.get("state", Document.class);
      for (Document choice : state.getList("choices", Document.class, List.of())) {
        if ("VENUE".equals(choice.getString("mode"))
            && "SEAT".equals(choice.getString("place"))
            && "ACTIVE".equals(state.getString("status"))) {
          seated.merge(choice.getString("sessionId"), 1, Integer::sum);
        }
      }
    }
    List<String> overfull = new ArrayList<>();
    seated.forEach(
        (session, people) -> {
          if (people > Load.SEATS) {
            overfull.add(session + " has " + people + " people on " + Load.SEATS + " seats");
          }
        });
    return overfull;
  }

  /**
   * What people were told of their places in a session when they registered, by programme: 0 a
   * seat, the position of who waits, -1 neither.
   */
  Map<String, List<Integer>> places(String session) {
    java.util.Set<String> ids = new java.util.HashSet<>();
    Map<String, List<Integer>> places = new HashMap<>();
    for (Told one : topics.all()) {
      if (one.type().equals("registration.registered") && one.body() != null && ids.add(one.id())) {
        for (tools.jackson.databind.JsonNode choice : one.body().path("choices")) {
          if (choice.path("sessionId").asString("").equals(session)) {
            places
                .computeIfAbsent(one.text("programmeId"), programme -> new ArrayList<>())
                .add(
                    choice.path("place").asString("").equals("seat")
                        ? 0
                        : choice.path("waitingPosition").asInt(-1));
          }
        }
      }
    }
    return places;
  }

  /** Documents whose outbox still holds something, of any programme. */
  List<String> waiting() {
    List<String> waiting = new ArrayList<>();
    for (String name : DATABASES) {
      MongoDatabase database = store.getDatabase(name);
      for (String collection : database.listCollectionNames()) {
        Document found =
            database
                .getCollection(collection)
                .find(Filters.gt("outbox.occurredAt", new BsonDateTime(0)))
                .projection(Projections.include("_id"))
                .first();
        if (found != null) {
          waiting.add("the outbox of " + name + " " + collection + " " + found.get("_id"));
        }
      }
    }
    return waiting;
  }

  /** How many e-mails are on their way. */
  int unsentMails() {
    int unsent = 0;
    for (String state : List.of("QUEUED", "WAITING_FOR_CONTACT")) {
      for (Document one :
          of("notification", "deliveries")
              .find(Filters.eq("state.state", state))
              .projection(Projections.include("state.registrationId"))) {
        String who = one.get("state", new Document()).get("registrationId", "");
        // Nobody has ever registered the people in poison.
        unsent += who.startsWith("poison") ? 0 : 1;
      }
    }
    return unsent;
  }

  /**
   * Every document's version and state, to see whether anything changes. An e-mail to somebody who
   * only exists in poison is looked at again and again by itself, for its address never arrives.
   */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (String name : DATABASES) {
      MongoDatabase database = store.getDatabase(name);
      for (String collection : database.listCollectionNames()) {
        for (Document document :
            database.getCollection(collection).find(Filters.exists("version"))) {
          if (document.get("state", new Document()).get("registrationId") instanceof String who
              && who.equals("poison")) {
            continue;
          }
          states.put(
              name + " " + collection + " " + document.get("_id"),
              document.get("version") + " " + document.get("state"));
        }
      }
    }
    return states;
  }

  /** What sends e-mails was ended a moment ago, without having been asked. */
  void mailCutOff() {
    cutOffs.add(clock.instant());
  }

  /** When each Message-ID arrived, by the delivery that it was made from. */
  Mails mails() {
    Map<String, List<Instant>> arrived = new HashMap<>();
    try (Stream<Path> all = Files.list(mails)) {
      for (Path mail : all.filter(file -> file.toString().endsWith(".eml")).toList()) {
        arrived.computeIfAbsent(messageId(mail), id -> new ArrayList<>()).add(arrival(mail));
      }
      return new Mails(arrived, cutOffs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mailbox names each e-mail by the microsecond at which it came. */
  private static Instant arrival(Path mail) {
    String name = mail.getFileName().toString();
    return Instant.EPOCH.plus(
        Long.parseLong(name.substring(0, name.length() - ".eml".length())), ChronoUnit.MICROS);
  }

  private static String messageId(Path mail) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(mail, StandardCharsets.ISO_8859_1)) {
      String line = lines.readLine();
      while (line != null && !line.isEmpty()) {
        if (line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
          String value = line.substring(11).strip();
          String id = value.isEmpty() ? String.valueOf(lines.readLine()).strip() : value;
          return id.replaceAll("^<|@.*$", "");
        }
        line = lines.readLine();
      }
      return mail.getFileName().toString();
    }
  }

  TopicReader topics() {
    return topics;
  }

  private MongoCollection<Document> of(String database, String collection) {
    return store.getDatabase(database).getCollection(collection);
  }

  @Override
  public void close() {
    store.close();
    topics.close();
  }
}
