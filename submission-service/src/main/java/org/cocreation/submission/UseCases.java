package org.cocreation.submission;

import java.time.Clock;
import java.time.ZoneOffset;
import org.cocreation.submission.domain.Ids;
import org.cocreation.submission.domain.Numbers;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.commitments.DraftCommitments;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.Consultations;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.consultation.PlainText;
import org.cocreation.submission.domain.consultation.TakeComments;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.notes.SubmissionWindow;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.plan.FollowNotes;
import org.cocreation.submission.domain.plan.Plans;
import org.cocreation.submission.domain.plan.PublishPlan;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.Processes;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.domain.process.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the domain's verbs what they need; the whole service on one screen. */
@Configuration(proxyBeanMethods = false)
class UseCases {

  /** To the millisecond, as the store keeps time. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  SetProcess setProcess(Processes processes, Templates templates, CodeLists lists, Clock clock) {
    return new SetProcess(processes, templates, lists, clock);
  }

  @Bean
  HoldConsultation holdConsultation(
      Consultations consultations, Commitments commitments, SetProcess processes, Clock clock) {
    return new HoldConsultation(consultations, commitments, processes, clock);
  }

  @Bean
  SubmissionWindow submissionWindow(HoldConsultation consultation) {
    return new SubmissionWindow((programme, now) -> consultation.of(programme).overAt(now));
  }

  @Bean
  WriteNotes writeNotes(
      Notes notes,
      People people,
      SetProcess processes,
      Templates templates,
      CodeLists lists,
      SubmissionWindow window,
      Numbers numbers,
      Ids ids,
      Clock clock) {
    return new WriteNotes(notes, people, processes, templates, lists, window, numbers, ids, clock);
  }

  @Bean
  JudgeNotes judgeNotes(
      Notes notes,
      People people,
      SetProcess processes,
      CodeLists lists,
      Commitments commitments,
      Clock clock) {
    return new JudgeNotes(
        notes, people, processes, lists, note -> !commitments.restingOn(note).isEmpty(), clock);
  }

  @Bean
  DraftCommitments draftCommitments(
      Commitments commitments,
      Notes notes,
      Templates templates,
      HoldConsultation consultation,
      Numbers numbers,
      Ids ids,
      Clock clock) {
    return new DraftCommitments(
        commitments,
        notes,
        templates,
        programme -> consultation.of(programme).openAt(clock.instant()),
        numbers,
        ids,
        clock);
  }

  @Bean
  TakeComments takeComments(
      Comments comments,
      Commitments commitments,
      HoldConsultation consultation,
      PlainText plainText,
      Ids ids,
      Clock clock) {
    return new TakeComments(comments, commitments, consultation, plainText, ids, clock);
  }

  @Bean
  PublishPlan publishPlan(
      Plans plans,
      Notes notes,
      Commitments commitments,
      Comments comments,
      HoldConsultation consultation,
      Programmes programmes,
      Clock clock) {
    return new PublishPlan(plans, notes, commitments, comments, consultation, programmes, clock);
  }

  @Bean
  FollowNotes followNotes(
      Notes notes,
      Commitments commitments,
      HoldConsultation consultation,
      Plans plans,
      People people) {
    return new FollowNotes(notes, commitments, consultation, plans, people);
  }
}
