package org.cocreation.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static final Instant AT = Instant.parse("2020-02-13T16:30:00Z");
  private static final String EARLIER = "01703f5e-2c40-7abc-8def-0123456789ab";
  private static final String LATER = "01703f5e-2c41-7000-8000-000000000000";

  private static String id(String cause, Template template, String registrationId) {
    return draft(cause, template, registrationId, null).deliveryId();
  }

  private static Draft draft(
      String cause, Template template, String registrationId, @Nullable Instant usefulUntil) {
    return new Draft(cause, template, registrationId, "belize-2020", Facts.at(AT), usefulUntil);
  }

  @Test
  void isTheSameForTheSameCauseTemplateAndPersonAndForNothingElse() {
    String one = id(EARLIER, Template.REGISTERED, "r1");

    assertThat(draft(EARLIER, Template.REGISTERED, "r1", AT).deliveryId()).isEqualTo(one);
    assertThat(
            List.of(
                one,
                id(EARLIER, Template.WAITING, "r1"),
                id(EARLIER, Template.REGISTERED, "r2"),
                id(LATER, Template.REGISTERED, "r1"),
                id("reminder-day/w1", Template.REMINDER_DAY, "r1"),
                id("reminder-day/w2", Template.REMINDER_DAY, "r1")))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("d-[a-f0-9]{8,12}-[A-Za-z0-9_-]{22}"));
  }

  @Test
  void sortsByWhenItsCauseWasToldAndKeepsOneReminderTogether() {
    assertThat(id(EARLIER, Template.REGISTERED, "r1")).startsWith("d-01703f5e2c40-");
    assertThat(
            Stream.of("r1", "r2", "r3")
                .map(person -> id("reminder-day/w1", Template.REMINDER_DAY, person))
                .map(id -> id.substring(0, 11))
                .distinct())
        .hasSize(1);
  }
}
