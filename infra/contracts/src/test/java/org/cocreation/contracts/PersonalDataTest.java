package org.cocreation.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Personal data is on registration.contacts (ADR 0005) and on the inbound attendance.feed (ADR
 * 0012), and nowhere else on the wire.
 */
class PersonalDataTest {

  private static final String CONTACT = "org.cocreation.registration.contact.v1";
  private static final String OBSERVED = "org.cocreation.attendance.observed.v1";
  private static final Set<String> WITH_PERSONAL_DATA = Set.of(CONTACT, OBSERVED);
  private static final Pattern PERSONAL =
      Pattern.compile(
          ".*(name|e-?mail|organi[sz]ation|phone|mobile|address|birth|gender|nationality|passport).*");

  /** Names that look personal and are not about a participant. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "org.cocreation.registration.programme-set.v1/signatories/name",
          "org.cocreation.registration.programme-set.v1/sessions/venue/name");

  @Test
  void onlyTheContactAndTheInboundFeedCarryPersonalData() {
    List<String> found = new ArrayList<>();
    ContractFiles.schemas().forEach((type, schema) -> found.addAll(personal(type, schema)));
    assertThat(found)
        .allMatch(place -> WITH_PERSONAL_DATA.contains(place.substring(0, place.indexOf('/'))));
    assertThat(found).contains(CONTACT + "/name", CONTACT + "/email", CONTACT + "/organisation");
    assertThat(found).contains(OBSERVED + "/name", OBSERVED + "/email");
  }

  @Test
  void noticesPersonalDataElsewhere() {
    JsonNode planted =
        ContractFiles.json(
            """
            {"properties": {"registrationId": {"type": "string"}, "participantName": {"type": "string"},
             "evidence": {"type": "array", "items": {"properties": {"eMail": {"type": "string"}}}}}}
            """);
    assertThat(personal("planted", planted))
        .containsExactly("planted/participantName", "planted/evidence/eMail");
  }

  @Test
  void theInboundFeedIsKeptForAShortTimeAndReadByAttendanceAlone() {
    JsonNode document = ContractFiles.asyncApi();
    JsonNode feed = document.path("channels").path("attendanceFeed");
    assertThat(feed.path("messages").properties()).hasSize(1);
    assertThat(feed.at("/bindings/kafka/topicConfiguration/retention.ms").asLong())
        .isBetween(1L, 7L * 24 * 60 * 60 * 1000);
    List<String> readers = new ArrayList<>();
    for (JsonNode operation : document.path("operations")) {
      if (operation.at("/channel/$ref").asString().endsWith("/attendanceFeed")
          && operation.path("action").asString().equals("receive")) {
        readers.add(operation.path("x-service").asString());
      }
    }
    assertThat(readers).containsExactly("attendance");
  }

  @Test
  void noExampleElsewhereHoldsAnAddress() {
    List<String> holding = new ArrayList<>();
    Pattern address = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    for (String type : ContractFiles.schemas().keySet()) {
      for (var example : ContractFiles.examples(type)) {
        if (address.matcher(ContractFiles.read(example)).find()) {
          holding.add(type);
        }
      }
    }
    assertThat(holding).containsOnly(CONTACT, OBSERVED);
  }

  private static List<String> personal(String at, JsonNode schema) {
    List<String> found = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String place = at + "/" + property.getKey();
              if (PERSONAL.matcher(property.getKey().toLowerCase(Locale.ROOT)).matches()
                  && !PUBLISHED.contains(place)) {
                found.add(place);
              }
              found.addAll(personal(place, property.getValue()));
            });
    if (schema.has("items")) {
      found.addAll(personal(at, schema.path("items")));
    }
    return found;
  }
}
