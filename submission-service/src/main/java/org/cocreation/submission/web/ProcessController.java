package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.Roles;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.notes.SubmissionWindow;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.DefaultProcess;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Templates;
import org.cocreation.submission.web.FormViews.ChoiceView;
import org.cocreation.submission.web.FormViews.FieldView;
import org.cocreation.submission.web.FormViews.TemplateView;
import org.cocreation.submission.web.ProcessViews.ProcessBody;
import org.cocreation.submission.web.ProcessViews.ProcessView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(name = "Process", description = "How a programme takes and judges concept notes")
class ProcessController {

  private static final String EXAMPLE =
      """
      {"whoMaySubmit": "registered", "quorum": 3,
       "template": {"version": 1, "wordLimits": {"problem": 120}},
       "gates": [{"id": "open-government", "text": {"en": "Does it open government?", "es": "¿Abre el gobierno?"}}],
       "criteria": [{"id": "significance", "text": {"en": "Significance", "es": "Relevancia"}, "weight": 2}],
       "committee": [{"member": "marcus.member", "name": "Marcus Member", "organisation": "Ministry of Example"}],
       "consultation": {"days": 30}}
      """;

  private final SetProcess processes;
  private final Templates templates;
  private final CodeLists lists;
  private final Programmes programmes;
  private final SubmissionWindow window;
  private final Clock clock;

  ProcessController(
      SetProcess processes,
      Templates templates,
      CodeLists lists,
      Programmes programmes,
      SubmissionWindow window,
      Clock clock) {
    this.processes = processes;
    this.templates = templates;
    this.lists = lists;
    this.programmes = programmes;
    this.window = window;
    this.clock = clock;
  }

  /** What a form for notes needs. */
  record NoteFormView(
      String programmeId,
      int processRevision,
      int version,
      String whoMaySubmit,
      @Nullable Instant submissionsCloseAt,
      boolean open,
      List<FieldView> fields,
      List<ChoiceView> policyAreas,
      Map<String, Object> schema) {}

  record CodeListView(String list, LocalDate date, String source, List<ChoiceView> areas) {
    static CodeListView of(CodeList list) {
      return new CodeListView(
          list.name(),
          list.date(),
          list.source(),
          list.codes().stream().map(ChoiceView::of).toList());
    }
  }

  record CodeListsView(List<CodeListView> items, @Nullable String next) {}

  @PutMapping("/programmes/{programme}/process")
  @Operation(
      summary = "Set the process of a programme; the same again changes nothing",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  ProcessView set(@PathVariable ProgrammeId programme, @Valid @RequestBody ProcessBody body) {
    ProgrammeProcess wanted = body.on(DefaultProcess.of(programme, templates, lists));
    return ProcessView.of(processes.set(wanted), lists, true);
  }

  @GetMapping("/programmes/{programme}/process")
  @Operation(summary = "The process in force: the one that was set, or the default")
  ProcessView process(@PathVariable ProgrammeId programme, HttpServletRequest request) {
    boolean staff =
        request.isUserInRole(Roles.COORDINATOR) || request.isUserInRole(Roles.COMMITTEE);
    return ProcessView.of(known(programme), lists, staff);
  }

  @GetMapping("/programmes/{programme}/template")
  @Operation(
      summary = "What a concept note of this programme asks, with its word limits and policy areas")
  NoteFormView template(@PathVariable ProgrammeId programme) {
    ProgrammeProcess process = known(programme);
    Template template = process.noteTemplate(templates);
    return new NoteFormView(
        programme.value(),
        process.revision(),
        template.version(),
        Slugs.of(process.whoMaySubmit()),
        process.submissionsCloseAt(),
        window.isOpen(process, clock.instant()),
        template.fields().stream().map(FieldView::of).toList(),
        process.policyAreas(lists).codes().stream().map(ChoiceView::of).toList(),
        template.schema().values());
  }

  @GetMapping("/templates/commitment")
  @Operation(summary = "What a commitment asks, with its word limits")
  TemplateView commitmentTemplate(@RequestParam(required = false) @Nullable Integer version) {
    return TemplateView.of(
        templates.of(
            Template.Kind.COMMITMENT,
            version == null ? templates.latest(Template.Kind.COMMITMENT) : version));
  }

  @GetMapping("/policy-areas")
  @Operation(summary = "The dated lists of policy areas that ship with the service")
  CodeListsView policyAreas() {
    return new CodeListsView(lists.policyAreas().stream().map(CodeListView::of).toList(), null);
  }

  private ProgrammeProcess known(ProgrammeId programme) {
    if (!processes.isSet(programme) && programmes.find(programme).isEmpty()) {
      throw Refusal.unknown("programme");
    }
    return processes.inForce(programme);
  }
}
