package org.cocreation.testing.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractTest {

  private static final String REGISTERED = "org.cocreation.registration.registered.v1";
  private static final String ERASED = "org.cocreation.registration.registration-erased.v1";

  record Erased(String registrationId, String programmeId, Instant erasedAt) {}

  record Registered(String registrationId, List<Choice> choices) {}

  record Choice(String sessionId, String mode, @Nullable Integer waitingPosition) {}

  record Misnamed(String registrationId, List<MisnamedChoice> choices) {}

  record MisnamedChoice(String session) {}

  record Mistyped(String registrationId, Instant choices) {}

  @Test
  void takesAValidBodyInEveryForm() {
    Erased body = new Erased("r-1", "belize-2020", Instant.parse("2020-03-01T10:00:00Z"));
    String json =
        """
        {"registrationId": "r-1", "programmeId": "belize-2020", "erasedAt": "2020-03-01T10:00:00Z", "new": 1}
        """;
    assertThatCode(() -> Contract.assertValid(ERASED, body)).doesNotThrowAnyException();
    assertThatCode(() -> Contract.assertValid(ERASED, json)).doesNotThrowAnyException();
    assertThatCode(() -> Contract.assertValid(ERASED, json.getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesABodyThatTheSchemaRefuses() {
    assertThatThrownBy(() -> Contract.assertValid(ERASED, "{\"registrationId\": \"r-1\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("programmeId")
        .hasMessageContaining("erasedAt");
    assertThatThrownBy(
            () ->
                Contract.assertValid(
                    ERASED,
                    "{\"registrationId\": \"r\", \"programmeId\": \"p\", \"erasedAt\": \"yesterday\"}"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesATypeThatIsNotThere() {
    assertThatThrownBy(() -> Contract.assertValid("org.cocreation.registration.vanished.v1", "{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(REGISTERED);
    assertThatThrownBy(() -> Contract.examples("org.cocreation.registration.vanished.v1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is the type right");
  }

  @Test
  void everyExampleIsValidWithAnUnknownFieldToo() {
    assertThat(ContractResources.types()).hasSizeGreaterThan(20);
    for (String type : ContractResources.types()) {
      for (Contract.Example example : Contract.examples(type)) {
        Contract.assertValid(type, example.json());
        Contract.assertValid(type, example.withUnknownField().bytes());
        assertThat(example.withUnknownField().json()).contains("addedLater");
      }
    }
  }

  @Test
  void readsWhatAConsumerNamesRightly() {
    assertThatCode(() -> Contract.assertReads(REGISTERED, Registered.class))
        .doesNotThrowAnyException();
    assertThatCode(() -> Contract.assertReads(ERASED, Erased.class)).doesNotThrowAnyException();
  }

  @Test
  void noticesAConsumerThatReadsAnotherName() {
    assertThatThrownBy(() -> Contract.assertReads(REGISTERED, Misnamed.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Misnamed.choices[].session");
  }

  @Test
  void noticesAConsumerThatReadsAnotherType() {
    assertThatThrownBy(() -> Contract.assertReads(REGISTERED, Mistyped.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot read the example");
  }
}
