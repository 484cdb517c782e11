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
import org.cocreation.attendance.domain.sheet.Books;
import org.cocreation.attendance.domain.sheet.CloseSession;
import org.cocreation.attendance.domain.sheet.Decide;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.FollowRoster;
import org.cocreation.attendance.domain.sheet.Later;
import org.cocreation.attendance.domain.sheet.MarkPerson;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.sheet.PreviewImport;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.attendance.domain.sheet.Rematch;
import org.cocreation.attendance.domain.sheet.Sheets;
import org.cocreation.attendance.domain.sheet.Sweep;
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
  Assess assess(Books books, Clock clock, AttendanceProperties properties) {
    return new Assess(books, clock, properties.batch());
  }

  @Bean
  Rematch rematch(Roster roster, Aliases aliases, Observations observations, Sheets sheets) {
    return new Rematch(new RosterMatcher(roster, aliases), observations, sheets);
  }

  @Bean
  FollowRoster followRoster(
      Programmes programmes,
      Aliases aliases,
      Books books,
      Rematch rematch,
      Assess assess,
      Clock clock) {
    return new FollowRoster(programmes, aliases, books, rematch, assess, clock);
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
      Books books,
      Aliases aliases,
      Rematch rematch,
      Assess assess,
      Clock clock,
      AttendanceProperties properties) {
    return new Decide(
        directory,
        books,
        aliases,
        remembered -> new RosterMatcher(books.roster(), remembered),
        rematch,
        assess,
        clock,
        properties.batch());
  }

  @Bean
  MarkPerson markPerson(Directory directory, Books books, Assess assess, Clock clock) {
    return new MarkPerson(directory, books, assess, clock);
  }

  @Bean
  CloseSession closeSession(
      Directory directory,
      Books books,
      Assess assess,
      Clock clock,
      AttendanceProperties properties) {
    return new CloseSession(directory, books, assess, clock, properties.batch());
  }

  @Bean
  ReadSheet readSheet(Directory directory, Books books, Aliases aliases, Assess assess) {
    return new ReadSheet(directory, books, assess, new Suggestions(books.roster(), aliases));
  }

  @Bean
  Sweep sweep(
      CloseSession closing,
      PreviewImport previewing,
      AcceptImport importing,
      Decide deciding,
      Assess assess,
      Books books,
      Clock clock) {
    return new Sweep(closing, previewing, importing, deciding, assess, books, clock);
  }

  @Bean
  UnfinishedWork unfinishedWork(Sweep sweep) {
    return new UnfinishedWork(sweep);
  }
}
