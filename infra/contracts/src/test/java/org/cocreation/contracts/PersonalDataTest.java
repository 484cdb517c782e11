package org.cocreation.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Personal data is on registration.contacts and nowhere else on the wire (ADR 0005). */
class PersonalDataTest {

  private static final String CONTACT = "org.cocreation.registration.contact.v1";
  private static final Pattern PERSONAL =
      Pattern.compile(
          ".*(name|e-?mail|organi[sz]ation|phone|mobile|address|birth|gender|nationality|passport).*");

  /** Names that look personal and are not about a participant. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "org.cocreation.registration.programme-set.v1/signatories/name",
          "org.cocreation.registration.programme-set.v1/sessions/venue/name");

  @Test
  void onlyTheContactCarriesPersonalData() {
    List<String> found = new ArrayList<>();
    ContractFiles.schemas().forEach((type, schema) -> found.addAll(personal(type, schema)));
    assertThat(found).allMatch(place -> place.startsWith(CONTACT));
    assertThat(found).contains(CONTACT + "/name", CONTACT + "/email", CONTACT + "/organisation");
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
  void noExampleOutsideTheContactHoldsAnAddress() {
    Pattern address = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    for (String type : ContractFiles.schemas().keySet()) {
      for (var example : ContractFiles.examples(type)) {
        boolean holds = address.matcher(ContractFiles.read(example)).find();
        assertThat(holds).as(example.toString()).isEqualTo(type.equals(CONTACT));
      }
    }
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
