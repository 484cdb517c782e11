package org.cocreation.submission.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.ProblemException;
import org.cocreation.defaults.Translated;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.CommitteeMember;
import org.cocreation.submission.domain.process.Criterion;
import org.cocreation.submission.domain.process.Gate;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.Rubric;
import org.cocreation.submission.web.FormViews.ChoiceView;
import org.jspecify.annotations.Nullable;

/** The process document, in and out. */
final class ProcessViews {

  private ProcessViews() {}

  record TemplateChoice(@Nullable Integer version, @Nullable Map<String, Integer> wordLimits) {}

  record GateView(@NotBlank String id, @NotNull @Valid Translated text) {}

  record CriterionView(
      @NotBlank String id, @NotNull @Valid Translated text, @Nullable Integer weight) {}

  record AreasView(@Nullable String list, @Nullable List<String> codes) {}

  record ConsultationView(@Nullable Integer days, @Nullable Boolean moderated) {}

  record MemberView(
      @NotBlank @Size(max = 200) String member,
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 300) String organisation) {}

  record ClassificationView(@NotBlank String code, @NotNull @Valid Translated title) {}

  /** What a coordinator sends; what is left out takes the default. */
  record ProcessBody(
      @Nullable TemplateChoice template,
      @Nullable String whoMaySubmit,
      @Nullable Integer notesPerPerson,
      @Nullable Instant submissionsCloseAt,
      @Nullable @Size(max = 50) List<@Valid GateView> gates,
      @Nullable @Size(max = 50) List<@Valid CriterionView> criteria,
      @Nullable Integer quorum,
      @Nullable @Size(max = 50) List<@Valid ClassificationView> classifications,
      @Nullable AreasView policyAreas,
      @Nullable Boolean anonymousEvaluation,
      @Nullable @Size(max = 200) List<@Valid MemberView> committee,
      @Nullable ConsultationView consultation) {

    ProgrammeProcess on(ProgrammeProcess base) {
      ConsultationView asked = consultation;
      if (asked != null && Boolean.FALSE.equals(asked.moderated())) {
        throw ProblemException.invalid(
            "consultation.moderated",
            "true",
            "Comments are always moderated before they are published.");
      }
      TemplateChoice form = template == null ? new TemplateChoice(null, null) : template;
      AreasView areas = policyAreas == null ? new AreasView(null, null) : policyAreas;
      Integer days = asked == null ? null : asked.days();
      return new ProgrammeProcess(
          base.programme(),
          0,
          or(form.version(), base.templateVersion()),
          form.wordLimits() == null ? List.of() : limits(form.wordLimits()),
          whoMaySubmit == null
              ? base.whoMaySubmit()
              : Slugs.parse(ProgrammeProcess.WhoMaySubmit.class, whoMaySubmit, "whoMaySubmit"),
          or(notesPerPerson, base.notesPerPerson()),
          submissionsCloseAt,
          rubric(base.rubric()),
          classifications == null
              ? base.classifications()
              : classifications.stream()
                  .map(c -> new Choice(c.code(), wording(c.title())))
                  .toList(),
          or(areas.list(), base.policyAreaList()),
          or(areas.codes(), List.of()),
          or(anonymousEvaluation, base.anonymousEvaluation()),
          committee == null
              ? List.of()
              : committee.stream()
                  .map(
                      m ->
                          new CommitteeMember(new MemberId(m.member()), m.name(), m.organisation()))
                  .toList(),
          or(days, base.consultationDays()),
          null);
    }

    private Rubric rubric(Rubric base) {
      return new Rubric(
          0,
          gates == null
              ? base.gates()
              : gates.stream().map(g -> new Gate(g.id(), wording(g.text()))).toList(),
          criteria == null
              ? base.criteria()
              : criteria.stream()
                  .map(c -> new Criterion(c.id(), wording(c.text()), or(c.weight(), 1)))
                  .toList(),
          or(quorum, base.quorum()));
    }

    private static List<ProgrammeProcess.WordLimit> limits(Map<String, Integer> given) {
      return given.entrySet().stream()
          .map(e -> new ProgrammeProcess.WordLimit(e.getKey(), or(e.getValue(), 0)))
          .toList();
    }

    private static Wording wording(Translated words) {
      return new Wording(words.en(), words.es());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
      return given == null ? otherwise : given;
    }
  }

  /** The whole process; the committee only for staff. */
  record ProcessView(
      String programmeId,
      int revision,
      @Nullable Instant setAt,
      TemplateChoice template,
      String whoMaySubmit,
      int notesPerPerson,
      @Nullable Instant submissionsCloseAt,
      List<GateView> gates,
      List<CriterionView> criteria,
      int quorum,
      List<ChoiceView> classifications,
      AreasView policyAreas,
      boolean anonymousEvaluation,
      @Nullable List<MemberView> committee,
      ConsultationView consultation) {

    static ProcessView of(ProgrammeProcess process, CodeLists lists, boolean staff) {
      Map<String, Integer> limits = new LinkedHashMap<>();
      process.wordLimits().forEach(limit -> limits.put(limit.field(), limit.words()));
      ProgrammeId programme = process.programme();
      return new ProcessView(
          programme.value(),
          process.revision(),
          process.setAt(),
          new TemplateChoice(process.templateVersion(), limits),
          Slugs.of(process.whoMaySubmit()),
          process.notesPerPerson(),
          process.submissionsCloseAt(),
          gateViews(process.rubric()),
          criterionViews(process.rubric()),
          process.rubric().quorum(),
          process.classifications().stream().map(ChoiceView::of).toList(),
          new AreasView(
              process.policyAreaList(),
              process.policyAreas(lists).codes().stream().map(Choice::code).toList()),
          process.anonymousEvaluation(),
          staff
              ? process.committee().stream()
                  .map(m -> new MemberView(m.member().value(), m.name(), m.organisation()))
                  .toList()
              : null,
          new ConsultationView(process.consultationDays(), true));
    }
  }

  static List<GateView> gateViews(Rubric rubric) {
    return rubric.gates().stream()
        .map(g -> new GateView(g.id(), FormViews.words(g.text())))
        .toList();
  }

  static List<CriterionView> criterionViews(Rubric rubric) {
    return rubric.criteria().stream()
        .map(c -> new CriterionView(c.id(), FormViews.words(c.text()), c.weight()))
        .toList();
  }
}
