package org.cocreation.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.jspecify.annotations.Nullable;

/** A registration in a coordinator's list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationItem(
    String registrationId,
    String status,
    Instant registeredAt,
    String name,
    String email,
    @Nullable String organisation,
    String sector,
    String district,
    String language,
    List<ChoiceItem> choices) {

  /** What the person chose and got. */
  record ChoiceItem(String sessionId, String mode, String place) {}

  static RegistrationItem of(Registration registration) {
    Person person = registration.person();
    if (person == null) {
      throw new IllegalStateException("an erased registration is in no list");
    }
    return new RegistrationItem(
        registration.registrationId().value(),
        Faults.wordOf(registration.status()),
        registration.registeredAt(),
        person.name(),
        person.email().value(),
        person.organisation(),
        person.sector(),
        person.district(),
        Faults.wordOf(person.language()),
        registration.choices().stream()
            .map(
                choice ->
                    new ChoiceItem(
                        choice.sessionId().value(),
                        Faults.wordOf(choice.mode()),
                        Faults.wordOf(choice.told())))
            .toList());
  }
}
