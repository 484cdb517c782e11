package org.cocreation.attendance.storage;

import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Attendances;
import org.cocreation.attendance.domain.sheet.Books;
import org.cocreation.attendance.domain.sheet.Happenings;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Sheets;
import org.cocreation.attendance.domain.sheet.Uploads;
import org.cocreation.attendance.domain.visits.Visits;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the document store behind the domain's ports. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  Programmes programmes(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredProgrammes(stores, announcer);
  }

  @Bean
  Roster roster(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredRoster(stores, announcer);
  }

  @Bean
  Aliases aliases(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredAliases(stores, announcer);
  }

  @Bean
  Observations observations(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredObservations(stores, announcer);
  }

  @Bean
  Imports imports(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredImports(stores, announcer);
  }

  @Bean
  Uploads uploads(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredUploads(stores, announcer);
  }

  @Bean
  Visits visits(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredVisits(stores, announcer);
  }

  @Bean
  Sheets sheets(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredSheets(stores, announcer);
  }

  @Bean
  Attendances attendances(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredAttendances(stores, announcer);
  }

  @Bean
  Happenings happenings(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    return new StoredHappenings(stores, announcer);
  }

  @Bean
  Books books(
      Roster roster,
      Imports imports,
      Uploads uploads,
      Observations observations,
      Attendances attendances,
      Sheets sheets,
      Happenings happenings) {
    return new Books(roster, imports, uploads, observations, attendances, sheets, happenings);
  }
}
