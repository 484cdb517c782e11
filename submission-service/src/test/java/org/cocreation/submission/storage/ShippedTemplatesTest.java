package org.cocreation.submission.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.Field;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Template.Kind;
import org.junit.jupiter.api.Test;

class ShippedTemplatesTest {

  private final ShippedTemplates templates = new ShippedTemplates();
  private final Template note = templates.of(Kind.CONCEPT_NOTE, 1);
  private final Template commitment = templates.of(Kind.COMMITMENT, 1);

  /** A commitment that fits its template; tests change it. */
  static Map<String, Object> commitment() {
    Map<String, Object> content = new HashMap<>();
    content.put("title", "Open river data");
    content.put("leadInstitution", "Ministry of Example");
    content.put("supportingInstitutions", Map.of("civilSociety", List.of("River Watch")));
    content.put("period", Map.of("from", "2020-07-01", "to", "2022-06-30"));
    content.put("problem", "Nobody can see who takes how much water.");
    content.put(
        "description",
        Map.of("solution", "Publish licences.", "expectedResults", "Anyone can check."));
    content.put("openGovernment", Map.of("transparency", "All readings are public."));
    content.put(
        "milestones",
        List.of(
            Map.of(
                "title",
                "First data",
                "from",
                "2020-07-01",
                "to",
                "2020-12-31",
                "responsible",
                "The ministry")));
    return content;
  }

  private static List<String> fields(List<Fault> faults) {
    return faults.stream().map(Fault::field).toList();
  }

  private List<String> faultsWith(String field, Object value) {
    Map<String, Object> changed = commitment();
    changed.put(field, value);
    return fields(commitment.faultsOfWhole(new Content(changed)));
  }

  @Test
  void asksForAPageInTheOrderOfTheForm() {
    assertThat(note.fields())
        .extracting(Field::name)
        .containsExactly(
            "title",
            "problem",
            "solution",
            "openGovernment",
            "leadInstitution",
            "partners",
            "period",
            "additional");
    assertThat(note.fields())
        .allSatisfy(
            field -> {
              assertThat(field.wordLimit()).isPositive();
              assertThat(field.maxCharacters()).isPositive();
              assertThat(field.title().inSpanish()).isNotEqualTo(field.title().en());
            });
    assertThat(note.fields().stream().filter(Field::required)).hasSize(5);
  }

  @Test
  void asksForEveryFieldOfACommitment() {
    assertThat(commitment.fields())
        .extracting(Field::name)
        .contains(
            "supportingInstitutions.civilSociety[]",
            "period.from",
            "description.doneSoFar",
            "openGovernment.accountability",
            "milestones[].outputs",
            "additionalInformation");
  }

  @Test
  void findsNothingWrongWithAWholeCommitment() {
    assertThat(commitment.faultsOfWhole(new Content(commitment()))).isEmpty();
  }

  @Test
  void namesEveryFieldAtFault() {
    assertThat(faultsWith("period", Map.of("from", "July", "to", "2022-06-30")))
        .containsExactly("content.period.from");
    assertThat(faultsWith("openGovernment", Map.of())).containsExactly("content.openGovernment");
    assertThat(faultsWith("milestones", List.of())).containsExactly("content.milestones");
    assertThat(
            faultsWith(
                "milestones",
                List.of(Map.of("title", "x", "from", "2020-07-01", "to", "2020-08-01"))))
        .containsExactly("content.milestones[0].responsible");
    assertThat(faultsWith("poem", "x")).containsExactly("content.poem");
    assertThat(faultsWith("title", 7)).containsExactly("content.title");
    assertThat(faultsWith("description", Map.of("expectedResults", "x")))
        .containsExactly("content.description.solution");
  }

  @Test
  void countsWordsWhereverTheyAre() {
    List<Object> milestones = new ArrayList<>();
    milestones.add(
        Map.of(
            "title",
            "word ".repeat(31),
            "from",
            "2020-07-01",
            "to",
            "2020-08-01",
            "responsible",
            "them"));
    assertThat(faultsWith("milestones", milestones)).containsExactly("content.milestones[0].title");
    assertThat(faultsWith("problem", "word ".repeat(251))).containsExactly("content.problem");
    assertThat(faultsWith("problem", "word ".repeat(250))).isEmpty();
  }

  @Test
  void letsADraftHaveGapsButNoUnknownFieldsOrEndlessTexts() {
    assertThat(note.faultsOfDraft(Content.EMPTY)).isEmpty();
    assertThat(note.faultsOfDraft(new Content(Map.of("problem", "word ".repeat(300))))).isEmpty();
    assertThat(fields(note.faultsOfDraft(new Content(Map.of("problem", "x".repeat(3001))))))
        .containsExactly("content.problem");
    assertThat(fields(note.faultsOfDraft(new Content(Map.of("poem", "x")))))
        .containsExactly("content.poem");
    assertThat(note.faultsOfWhole(Content.EMPTY)).hasSize(5);
  }

  @Test
  void showsTheSchemaItself() {
    assertThat(note.schema().text("$schema")).contains("json-schema.org");
  }

  @Test
  void shipsADatedListOfPolicyAreas() {
    CodeList areas = new ShippedCodeLists().latestPolicyAreas();
    assertThat(areas.name()).isEqualTo("policy-areas-" + areas.date());
    assertThat(areas.codes()).hasSizeGreaterThan(15);
    assertThat(areas.find("right-to-information")).isPresent();
  }
}
