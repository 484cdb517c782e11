package org.cocreation.submission.domain.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * How one programme takes concept notes, judges them and consults on what comes of them.
 *
 * @param revision rises with every change; 0 = the default that applies until somebody sets one
 * @param wordLimits in place of the template's own
 * @param notesPerPerson how many a person may have that are not withdrawn
 * @param submissionsCloseAt after this no note is accepted; null = no date
 * @param policyAreaList the name of the code list in use
 * @param policyAreaCodes the codes of it that may be used; empty = all
 * @param consultationDays how long a consultation lasts when its opening names no date
 */
public record ProgrammeProcess(
    ProgrammeId programme,
    int revision,
    int templateVersion,
    List<WordLimit> wordLimits,
    WhoMaySubmit whoMaySubmit,
    int notesPerPerson,
    @Nullable Instant submissionsCloseAt,
    Rubric rubric,
    List<Choice> classifications,
    String policyAreaList,
    List<String> policyAreaCodes,
    boolean anonymousEvaluation,
    List<CommitteeMember> committee,
    int consultationDays,
    @Nullable Instant setAt) {

  /** Who may hand notes in. */
  public enum WhoMaySubmit {
    REGISTERED,
    CERTIFIED
  }

  /** A word limit of the programme's own for one field of the template. */
  public record WordLimit(String field, int words) {}

  public ProgrammeProcess {
    wordLimits = List.copyOf(wordLimits);
    classifications = List.copyOf(classifications);
    policyAreaCodes = List.copyOf(policyAreaCodes);
    committee = List.copyOf(committee);
  }

  /** The form for notes, with this programme's word limits. */
  public Template noteTemplate(Templates templates) {
    return noteTemplate(templates, templateVersion);
  }

  /** The form of the version that a note was begun under, with this programme's word limits. */
  public Template noteTemplate(Templates templates, int version) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    wordLimits.forEach(limit -> limits.put(limit.field(), limit.words()));
    return templates.of(Template.Kind.CONCEPT_NOTE, version).limitedTo(limits);
  }

  /** The policy areas that may be named. */
  public CodeList policyAreas(CodeLists lists) {
    return lists
        .policyAreas(policyAreaList)
        .orElseGet(lists::latestPolicyAreas)
        .only(Set.copyOf(policyAreaCodes));
  }

  public Optional<Choice> classification(String code) {
    return classifications.stream().filter(choice -> choice.code().equals(code)).findFirst();
  }

  public Optional<CommitteeMember> member(MemberId id) {
    return committee.stream().filter(member -> member.member().equals(id)).findFirst();
  }

  public boolean takesNotesAt(Instant now) {
    return submissionsCloseAt == null || now.isBefore(submissionsCloseAt);
  }

  public Duration consultationLength() {
    return Duration.ofDays(consultationDays);
  }

  /** Whether both say the same, whenever it was said. */
  public boolean saysTheSameAs(ProgrammeProcess other) {
    return numbered(0, null).equals(other.numbered(0, null));
  }

  public ProgrammeProcess numbered(int newRevision, @Nullable Instant at) {
    return new ProgrammeProcess(
        programme,
        newRevision,
        templateVersion,
        wordLimits,
        whoMaySubmit,
        notesPerPerson,
        submissionsCloseAt,
        rubric.ofRevision(newRevision),
        classifications,
        policyAreaList,
        policyAreaCodes,
        anonymousEvaluation,
        committee,
        consultationDays,
        at);
  }
}
