package org.cocreation.submission.domain.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;

/** Sets the process of a programme, whole; the same again changes nothing. */
public final class SetProcess {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private final Processes processes;
  private final Templates templates;
  private final CodeLists lists;
  private final Clock clock;

  public SetProcess(Processes processes, Templates templates, CodeLists lists, Clock clock) {
    this.processes = processes;
    this.templates = templates;
    this.lists = lists;
    this.clock = clock;
  }

  /** The process in force: the one that was set, or the default. */
  public ProgrammeProcess inForce(ProgrammeId programme) {
    return processes
        .find(programme)
        .orElseGet(() -> DefaultProcess.of(programme, templates, lists));
  }

  /** Whether this programme has a process of its own. */
  public boolean isSet(ProgrammeId programme) {
    return processes.find(programme).isPresent();
  }

  /**
   * Refuses a process that could not work, with every fault it has; a revision counts only if it
   * says something new.
   */
  public ProgrammeProcess set(ProgrammeProcess wanted) {
    List<Fault> faults = faultsOf(wanted);
    if (!faults.isEmpty()) {
      throw Refusal.invalid("process-invalid", "This process can't work as it stands.", faults);
    }
    return processes.change(wanted.programme(), settingTo(wanted));
  }

  private Function<Optional<ProgrammeProcess>, Outcome<ProgrammeProcess, Void, ProgrammeProcess>>
      settingTo(ProgrammeProcess wanted) {
    return before -> {
      if (before.isPresent() && before.get().saysTheSameAs(wanted)) {
        return Outcome.unchanged(before.get());
      }
      int revision = before.map(ProgrammeProcess::revision).orElse(0) + 1;
      return Outcome.of(wanted.numbered(revision, clock.instant()), List.of());
    };
  }

  private List<Fault> faultsOf(ProgrammeProcess wanted) {
    List<Fault> faults = new ArrayList<>();
    Optional<Template> template =
        templates.find(Template.Kind.CONCEPT_NOTE, wanted.templateVersion());
    if (template.isEmpty()) {
      faults.add(
          new Fault(
              "template.version",
              "1 to " + templates.latest(Template.Kind.CONCEPT_NOTE),
              "There is no such version of the concept note."));
    }
    for (ProgrammeProcess.WordLimit limit : wanted.wordLimits()) {
      String field = "template.wordLimits." + limit.field();
      if (template.isPresent()
          && template.get().fields().stream().noneMatch(f -> f.name().equals(limit.field()))) {
        faults.add(new Fault(field, "a field of the template", "The template has no such field."));
      }
      within(faults, field, limit.words(), 1, 2000);
    }
    within(faults, "notesPerPerson", wanted.notesPerPerson(), 1, 100);
    within(faults, "quorum", wanted.rubric().quorum(), 1, 50);
    within(faults, "consultation.days", wanted.consultationDays(), 1, 365);
    codes(faults, "gates", wanted.rubric().gates().stream().map(Gate::id).toList());
    codes(faults, "criteria", wanted.rubric().criteria().stream().map(Criterion::id).toList());
    codes(faults, "classifications", wanted.classifications().stream().map(Choice::code).toList());
    if (wanted.rubric().criteria().isEmpty()) {
      faults.add(new Fault("criteria", "at least one", "There is nothing to score a note by."));
    }
    for (int i = 0; i < wanted.rubric().criteria().size(); i++) {
      within(
          faults, "criteria[" + i + "].weight", wanted.rubric().criteria().get(i).weight(), 1, 100);
    }
    Optional<CodeList> areas = lists.policyAreas(wanted.policyAreaList());
    if (areas.isEmpty()) {
      faults.add(
          new Fault(
              "policyAreas.list", "a list that ships", "There is no such list of policy areas."));
    } else {
      for (String code : wanted.policyAreaCodes()) {
        if (areas.get().find(code).isEmpty()) {
          faults.add(
              new Fault(
                  "policyAreas.codes",
                  "codes of the list",
                  "\"" + code + "\" is not on the list."));
        }
      }
    }
    Set<String> members = new HashSet<>();
    for (CommitteeMember member : wanted.committee()) {
      if (!members.add(member.member().value())) {
        faults.add(new Fault("committee", "each member once", "A member is named twice."));
      }
    }
    return faults;
  }

  private static void within(List<Fault> faults, String field, int value, int least, int most) {
    if (value < least || value > most) {
      faults.add(new Fault(field, "from " + least + " to " + most, field + " is " + value + "."));
    }
  }

  private static void codes(List<Fault> faults, String field, List<String> codes) {
    Set<String> seen = new HashSet<>();
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        faults.add(
            new Fault(
                field,
                "lower-case letters, digits and hyphens",
                "\"" + code + "\" is no usable name."));
      } else if (!seen.add(code)) {
        faults.add(new Fault(field, "each name once", "\"" + code + "\" is there twice."));
      }
    }
  }
}
