package org.cocreation.submission.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.CodeLists;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists of policy areas on the class path, {@code codelists/policy-areas-<date>.json}. */
@Component
final class ShippedCodeLists implements CodeLists {

  private final List<CodeList> lists;

  ShippedCodeLists() {
    JsonMapper mapper = JsonMapper.builder().build();
    this.lists =
        ShippedFiles.read("codelists/policy-areas-*.json").values().stream()
            .map(json -> list(mapper.readTree(json)))
            .sorted(Comparator.comparing(CodeList::date))
            .toList();
    if (lists.isEmpty()) {
      throw new IllegalStateException("No list of policy areas is on the class path.");
    }
  }

  @Override
  public List<CodeList> policyAreas() {
    return lists;
  }

  private static CodeList list(JsonNode json) {
    List<Choice> areas = new ArrayList<>();
    json.path("areas")
        .forEach(
            area ->
                areas.add(
                    new Choice(
                        area.path("code").asString(),
                        Wording.of(
                            area.path("title").path("en").asString(),
                            area.path("title").path("es").asString()))));
    return new CodeList(
        json.path("list").asString(),
        LocalDate.parse(json.path("date").asString()),
        json.path("source").asString(),
        areas);
  }
}
