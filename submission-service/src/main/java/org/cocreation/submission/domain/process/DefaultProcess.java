package org.cocreation.submission.domain.process;

import java.util.List;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Wording;

/**
 * The process that applies until a programme sets one of its own: basic criteria, four standards,
 * three evaluations.
 */
public final class DefaultProcess {

  private DefaultProcess() {}

  public static ProgrammeProcess of(ProgrammeId programme, Templates templates, CodeLists lists) {
    return new ProgrammeProcess(
        programme,
        0,
        templates.latest(Template.Kind.CONCEPT_NOTE),
        List.of(),
        ProgrammeProcess.WhoMaySubmit.REGISTERED,
        5,
        null,
        new Rubric(0, GATES, CRITERIA, 3),
        CLASSIFICATIONS,
        lists.latestPolicyAreas().name(),
        List.of(),
        true,
        List.of(),
        30,
        null);
  }

  private static final List<Gate> GATES =
      List.of(
          new Gate(
              "open-government",
              Wording.of(
                  "It advances transparency, participation or accountability.",
                  "Promueve la transparencia, la participación o la rendición de cuentas.")),
          new Gate(
              "verifiable",
              Wording.of(
                  "Whether it was done can be verified by an outsider.",
                  "Una persona externa puede verificar si se cumplió.")),
          new Gate(
              "within-mandate",
              Wording.of(
                  "A public institution has the mandate to do it.",
                  "Una institución pública tiene el mandato para hacerlo.")));

  private static final List<Criterion> CRITERIA =
      List.of(
          new Criterion(
              "significance",
              Wording.of(
                  "Significance: the problem matters to many, or much to some.",
                  "Relevancia: el problema importa a muchas personas, o mucho a algunas."),
              2),
          new Criterion(
              "standards",
              Wording.of(
                  "Standards: specific, with results that can be measured.",
                  "Estándares: específico, con resultados que se pueden medir."),
              1),
          new Criterion(
              "feasibility",
              Wording.of(
                  "Feasibility: it can be done within the plan's period.",
                  "Viabilidad: se puede hacer dentro del período del plan."),
              1),
          new Criterion(
              "potential-for-results",
              Wording.of(
                  "Potential for results: it would change how government works.",
                  "Potencial de resultados: cambiaría la forma en que trabaja el gobierno."),
              1));

  private static final List<Choice> CLASSIFICATIONS =
      List.of(
          new Choice(
              "launch",
              Wording.of(
                  "for the launch of the co-creation", "para el lanzamiento de la cocreación")),
          new Choice("later", Wording.of("for a later stage", "para una etapa posterior")),
          new Choice("other-channel", Wording.of("for another channel", "para otro canal")));
}
