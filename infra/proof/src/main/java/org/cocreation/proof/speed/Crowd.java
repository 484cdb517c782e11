package org.cocreation.proof.speed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cocreation.launcher.Failure;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented people of one programme with some sessions, one a day, put on the topics as the
 * registration service puts them there: contract-valid facts, one {@code registered} and one {@code
 * contact} for each.
 *
 * @param programme its id, which no other crowd has
 * @param people how many
 * @param sessions how many; all of them chose all of these, online
 */
record Crowd(String programme, int people, int sessions) {

  static final Instant STARTS = Instant.parse("2020-02-13T16:30:00Z");
  static final int MINUTES = 90;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant REGISTERED = Instant.parse("2020-02-01T09:00:00Z");
  private static final String EVENTS = "registration.events";
  private static final String CONTACTS = "registration.contacts";
  private static final String PREFIX = "org.cocreation.registration.";

  private static final List<String> GIVEN =
      List.of(
          "Ana",
          "Luis",
          "Marisol",
          "Karen",
          "José",
          "Elena",
          "Marcus",
          "Shanice",
          "Rafael",
          "Ingrid",
          "Tomás",
          "Wendy",
          "Gareth",
          "Lucía",
          "Delroy",
          "Yesenia",
          "Andre",
          "Paulette",
          "Hugo",
          "Noemí",
          "Kirk",
          "Abigail",
          "Darius",
          "Irma",
          "Oscar",
          "Zelma",
          "Elvin",
          "Ruth",
          "Saúl",
          "Beatriz");

  private static final List<String> FAMILY =
      List.of(
          "Cal",
          "Usher",
          "Canto",
          "Pérez",
          "Requena",
          "Bolon",
          "Chub",
          "Flowers",
          "Gillett",
          "Humes",
          "Itza",
          "Jones",
          "Kelly",
          "Lamb",
          "Martínez",
          "Novelo",
          "Orio",
          "Polanco",
          "Quewell",
          "Rosado",
          "Sho",
          "Teul",
          "Uck",
          "Vasquez",
          "Wade",
          "Xi",
          "Young",
          "Zetina",
          "Arana",
          "Burgos",
          "Castillo",
          "Dawson",
          "Escalante",
          "Fuller",
          "Gómez",
          "Hulse",
          "Ico",
          "Juárez",
          "Lennan",
          "Moody");

  private static final List<String> SECOND =
      List.of(
          "Ake",
          "Bailey",
          "Coc",
          "Dubon",
          "Ek",
          "Franklin",
          "Gabourel",
          "Hyde",
          "Iglesia",
          "Jacobs",
          "Keme",
          "López",
          "Magaña",
          "Nicholson",
          "Ortega",
          "Pech",
          "Quiroz",
          "Ramclam",
          "Smith",
          "Tzul",
          "Underwood",
          "Vernon",
          "Wiltshire",
          "Yam");

  /** The person's registration, by number from 0. */
  String registration(int number) {
    return String.format(Locale.ROOT, "%s-%08d", programme, number);
  }

  /** A name that is the person's own among the first 28,800, and shared by few among more. */
  String name(int number) {
    return GIVEN.get(number % GIVEN.size())
        + " "
        + FAMILY.get(number / GIVEN.size() % FAMILY.size())
        + " "
        + SECOND.get(number / (GIVEN.size() * FAMILY.size()) % SECOND.size());
  }

  String email(int number) {
    return "person" + number + "@people.example";
  }

  /** A session by number from 0. */
  static String session(int number) {
    return "session-" + (number + 1);
  }

  private Map<String, Object> sessionSet(int number) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("sessionId", session(number));
    session.put("number", number + 1);
    session.put("title", Map.of("en", "Session " + (number + 1), "es", "Sesión " + (number + 1)));
    session.put("startsAt", STARTS.plus(number, ChronoUnit.DAYS).toString());
    session.put("durationMinutes", MINUTES);
    session.put("status", "planned");
    session.put("room", Map.of("url", "https://rooms.example/" + programme));
    session.put("topics", List.of("Open government"));
    session.put("presenters", List.of("Somebody who knows"));
    session.put("materials", List.of());
    return session;
  }

  /** The programme as {@code programme-set} tells it. */
  Map<String, Object> programmeSet() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("programmeId", programme);
    body.put("revision", 1);
    body.put("title", Map.of("en", "Programme of the speed proof", "es", "Programa de la prueba"));
    body.put("timeZone", "America/Belize");
    body.put("status", "open");
    body.put("rules", Map.of("attendedShare", 0.6667, "leadMinutes", 20, "tailMinutes", 15));
    body.put(
        "signatories", List.of(Map.of("name", "Marisol Canto", "title", "Programme Director")));
    body.put("organisers", List.of("Trust for the Americas"));
    body.put("sessions", IntStream.range(0, sessions).mapToObj(this::sessionSet).toList());
    return body;
  }

  /** A person as {@code registered} tells it: online, by a link that nobody has. */
  Map<String, Object> registered(int number) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("registrationId", registration(number));
    body.put("programmeId", programme);
    body.put("registeredAt", REGISTERED.toString());
    body.put("linkHash", linkHash(number));
    body.put("sealedLink", Base64.getEncoder().encodeToString(sealed(number)));
    body.put("sector", "civil-society");
    body.put("district", "Toledo");
    body.put(
        "choices",
        IntStream.range(0, sessions)
            .mapToObj(n -> Map.of("sessionId", session(n), "mode", "online", "place", "none"))
            .toList());
    return body;
  }

  private String linkHash(int number) {
    return String.format(Locale.ROOT, "%032x%032x", programme.hashCode() & 0xFFFFFFFFL, number);
  }

  private byte[] sealed(int number) {
    return String.format(Locale.ROOT, "%071d", number).getBytes(StandardCharsets.US_ASCII);
  }

  /** A person as {@code contact} tells it. */
  Map<String, Object> contact(int number) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("registrationId", registration(number));
    body.put("programmeId", programme);
    body.put("revision", 1);
    body.put("name", name(number));
    body.put("email", email(number));
    body.put("organisation", "Organisation " + number % 40);
    body.put("language", number % 2 == 0 ? "en" : "es");
    return body;
  }

  /** Puts all of them on the topics; comes back when the broker has them. */
  void announce(String bootstrapServers) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "acks", "all",
                "linger.ms", "10",
                "batch.size", "131072",
                "compression.type", "lz4"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      sent.add(producer.send(record(EVENTS, "programme-set", programme, "set", programmeSet())));
      for (int number = 0; number < people; number++) {
        String id = registration(number);
        sent.add(producer.send(record(EVENTS, "registered", id, id + "-r", registered(number))));
        sent.add(producer.send(record(CONTACTS, "contact", id, id + "-c", contact(number))));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new Failure("The people of " + programme + " could not be announced", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted while people were announced");
    }
  }

  private ProducerRecord<String, byte[]> record(
      String topic, String fact, String key, String id, Map<String, Object> body) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(body));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", programme + "-" + id);
    headers.put("ce_type", PREFIX + fact + ".v1");
    headers.put("ce_source", "/registration");
    headers.put("ce_subject", key);
    headers.put("ce_time", REGISTERED.toString());
    headers.put("content-type", "application/json");
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /**
   * What the meeting tool exports of a session in which some of them were, spread evenly over all:
   * the first connection of each lasts to the end, later ones are a second device's.
   *
   * @param session its number
   * @param rows connections
   * @param persons whose they are
   */
  byte[] zoomExport(int session, int rows, int persons) {
    String day = DAY.format(STARTS.plus(session, ChronoUnit.DAYS).atZone(ZoneOffset.UTC));
    StringBuilder text = new StringBuilder();
    text.append(
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n");
    text.append("812 3456 7890,The session,").append(day).append(" 10:20:00 AM,");
    text.append(day).append(" 12:10:00 PM,");
    text.append("host@people.example,110,").append(rows).append(",\n\n");
    text.append("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    for (int row = 0; row < rows; row++) {
      int number = row % persons * (people / persons);
      int connection = row / persons;
      int from = 30 + connection * 4 % 50;
      text.append(name(number)).append(',').append(email(number)).append(',');
      text.append(day).append(clock(from)).append(',');
      text.append(day).append(clock(connection == 0 ? 118 : from + 3));
      text.append(',').append(connection == 0 ? 88 : 3).append(",Yes\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String clock(int minutesAfterTen) {
    int hour = 10 + minutesAfterTen / 60;
    return String.format(
        Locale.ROOT,
        " %02d:%02d:00 %s",
        hour > 12 ? hour - 12 : hour,
        minutesAfterTen % 60,
        hour >= 12 ? "PM" : "AM");
  }
}
