package org.cocreation.testing.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cocreation.testing.contracts.Wiring.Fact;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WiringTest {

  private final Wiring attendance = Wiring.of("attendance");
  private final Set<String> destinations =
      Set.of("registration.events", "registration.contacts", "attendance.feed");
  private final Set<String> tombstones = Set.of("registration.contacts");
  private final Set<String> types =
      attendance.declaredReceives().stream()
          .map(Fact::type)
          .filter(type -> type.startsWith("org.cocreation."))
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void knowsWhatAServiceSendsAndReceives() {
    assertThat(attendance.declaredSends())
        .containsExactly(
            new Fact("attendance.events", "org.cocreation.attendance.attendance-corrected.v1"),
            new Fact("attendance.events", "org.cocreation.attendance.attendance-recorded.v1"),
            new Fact("attendance.events", "org.cocreation.attendance.session-closed.v1"));
    assertThat(attendance.declaredReceives())
        .contains(
            Fact.tombstone("registration.contacts"),
            new Fact("registration.contacts", "org.cocreation.registration.contact.v1"));
    assertThat(Wiring.of("registration").declaredSends())
        .contains(Fact.tombstone("registration.contacts"));
    assertThat(Wiring.of("registration").declaredReceives()).isEmpty();
  }

  @Test
  void acceptsAServiceThatIsWiredAsDeclared() {
    assertThatCode(() -> attendance.assertSends(attendance.declaredSends()))
        .doesNotThrowAnyException();
    assertThatCode(() -> attendance.assertReceives(destinations, types, tombstones))
        .doesNotThrowAnyException();
  }

  @Test
  void noticesAnEventThatNobodySends() {
    Set<Fact> produced = new TreeSet<>(attendance.declaredSends());
    produced.removeIf(fact -> fact.type().contains("session-closed"));
    assertThatThrownBy(() -> attendance.assertSends(produced))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("declared, and not in the code")
        .hasMessageContaining("session-closed");
  }

  @Test
  void noticesAnEventThatIsNotDeclared() {
    Set<Fact> produced = new TreeSet<>(attendance.declaredSends());
    produced.add(new Fact("attendance.events", "org.cocreation.attendance.secret.v1"));
    assertThatThrownBy(() -> attendance.assertSends(produced))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("in the code, and not declared")
        .hasMessageContaining("secret");
  }

  @Test
  void noticesAnEventOnTheWrongTopic() {
    Set<Fact> produced =
        attendance.declaredSends().stream()
            .map(fact -> new Fact("registration.events", fact.type()))
            .collect(Collectors.toSet());
    assertThatThrownBy(() -> attendance.assertSends(produced)).isInstanceOf(AssertionError.class);
  }

  @Test
  void noticesADestinationTooManyOrTooFew() {
    assertThatThrownBy(
            () -> attendance.assertReceives(Set.of("registration.events"), types, tombstones))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("declared, and not in the code: registration.contacts");
    Set<String> more = new TreeSet<>(destinations);
    more.add("certificate.events");
    assertThatThrownBy(() -> attendance.assertReceives(more, types, tombstones))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("in the code, and not declared: certificate.events");
  }

  @Test
  void noticesATypeThatIsNotHandledAndATombstoneThatIsForgotten() {
    Set<String> fewer = new TreeSet<>(types);
    fewer.removeIf(type -> type.contains("erased"));
    assertThatThrownBy(() -> attendance.assertReceives(destinations, fewer, tombstones))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("registration-erased");
    assertThatThrownBy(() -> attendance.assertReceives(destinations, types, Set.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("registration.contacts: tombstone");
  }

  @Test
  void refusesAServiceThatIsNotThere() {
    assertThatThrownBy(() -> Wiring.of("attendence"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("attendance");
  }

  @Test
  void readsTheDestinationsOfIncomingBindings() {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty(
                "spring.cloud.stream.bindings.arrivals-in-0.destination",
                "registration.events, registration.contacts, attendance.feed")
            .withProperty("spring.cloud.stream.bindings.arrivals-in-0.group", "attendance")
            .withProperty("spring.cloud.stream.bindings.out-out-0.destination", "elsewhere");
    assertThat(Wiring.destinations(settings)).isEqualTo(new TreeSet<>(destinations));
    assertThat(Wiring.destinations(new MockEnvironment())).isEmpty();
  }
}
