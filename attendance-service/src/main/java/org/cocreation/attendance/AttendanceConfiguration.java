package org.cocreation.attendance;

import java.time.Clock;
import java.util.List;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.AcceptImport;
import org.cocreation.attendance.domain.sheet.Assess;
import org.cocreation.attendance.domain.sheet.Attendances;
import org.cocreation.attendance.domain.sheet.Books;
import org.cocreation.attendance.domain.sheet.CloseSession;
import org.cocreation.attendance.domain.sheet.Decide;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.FollowRoster;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.attendance.domain.sheet.Later;
import org.cocreation.attendance.domain.sheet.MarkPerson;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.sheet.PreviewImport;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.attendance.domain.sheet.Rematch;
import org.cocreation.attendance.domain.sheet.Sheets;
import org.cocreation.attendance.domain.sheet.Sweep;
import org.cocreation.attendance.domain.sheet.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases of the domain together with what they work on. */
@Configuration(proxyBeanMethods = false)
class AttendanceConfiguration {

  @Bean
  Limits limits(AttendanceProperties properties) {
    return new Limits(properties.maxRows(), properties.maxLineLength());
  }

  @Bean
  Formats formatsKnown(List<Format> formats) {
    return new Formats(formats);
  }

  @Bean
  Directory directory(Programmes programmes, Sheets sheets) {
    return new Directory(programmes, sheets);
  }

  @Bean
  Assess assess(
      Roster roster,
      Observations observations,
      Attendances attendances,
      Sheets sheets,
      Clock clock,
      AttendanceProperties properties) {
    return new Assess(roster, observations, attendances, sheets, clock, properties.batch());
  }

  @Bean
  Rematch rematch(Roster roster, Aliases aliases, Observations observations, Sheets sheets) {
    return new Rematch(new RosterMatcher(roster, aliases), observations, sheets);
  }

  @Bean
  FollowRoster followRoster(
      Programmes programmes,
      Roster roster,
      Aliases aliases,
      Observations observations,
      Attendances attendances,
      Sheets sheets,
      Rematch rematch,
      Assess assess,
      Clock clock) {
    return new FollowRoster(
        programmes, roster, aliases, observations, attendances, sheets, rematch, assess, clock);
  }

  @Bean
  PreviewImport previewImport(
      Directory directory,
      Formats formats,
      Books books,
      Rematch rematch,
      Assess assess,
      Clock clock,
      AttendanceProperties properties) {
    return new PreviewImport(
        directory,
        formats,
        books,
        rematch,
        assess,
        clock,
        new PreviewImport.Keeping(properties.keepPreviews(), properties.keepQuarantined()),
        properties.batch());
  }

  @Bean
  InTurn largeImports() {
    return new InTurn("large-imports");
  }

  @Bean
  AcceptImport acceptImport(
      Directory directory,
      Formats formats,
      Books books,
      Rematch rematch,
      Assess assess,
      Later later,
      Clock clock,
      AttendanceProperties properties) {
    return new AcceptImport(
        directory,
        formats,
        books,
        rematch,
        assess,
        later,
        clock,
        properties.keepPreviews(),
        properties.importAtOnce(),
        properties.batch());
  }

  @Bean
  Observe observe(
      Observations observations, Rematch rematch, Assess assess, AttendanceProperties properties) {
    return new Observe(observations, rematch, assess, properties.batch());
  }

  @Bean
  Decide decide(
      Directory directory,
      Roster roster,
      Aliases aliases,
      Observations observations,
      Rematch rematch,
      Assess assess,
      Clock clock) {
    return new Decide(directory, roster, aliases, observations, rematch, assess, clock);
  }

  @Bean
  MarkPerson markPerson(
      Directory directory, Roster roster, Attendances attendances, Assess assess, Clock clock) {
    return new MarkPerson(directory, roster, attendances, assess, clock);
  }

  @Bean
  CloseSession closeSession(
      Directory directory,
      Roster roster,
      Observations observations,
      Imports imports,
      Attendances attendances,
      Sheets sheets,
      Assess assess,
      Clock clock,
      AttendanceProperties properties) {
    return new CloseSession(
        directory,
        roster,
        observations,
        imports,
        attendances,
        sheets,
        assess,
        clock,
        properties.batch());
  }

  @Bean
  ReadSheet readSheet(
      Directory directory,
      Roster roster,
      Observations observations,
      Attendances attendances,
      Assess assess) {
    return new ReadSheet(
        directory, roster, observations, attendances, assess, new Suggestions(roster));
  }

  @Bean
  Sweep sweep(
      CloseSession closing,
      PreviewImport previewing,
      AcceptImport importing,
      Decide deciding,
      Sheets sheets,
      Imports imports,
      Observations observations,
      Uploads uploads,
      Clock clock) {
    return new Sweep(
        closing, previewing, importing, deciding, sheets, imports, observations, uploads, clock);
  }

  @Bean
  UnfinishedWork unfinishedWork(Sweep sweep) {
    return new UnfinishedWork(sweep);
  }
}
