package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cocreation.launcher.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantTest {

  private static final Path LIBRARY = Path.of("../messaging/src/main/java");

  @ParameterizedTest
  @ValueSource(strings = {"forgetful-relay", "forgetful-intake"})
  void spoilsThePresentSourceOfTheLibrary(String name) throws IOException {
    Plant plant = Plant.named(name);
    String present = Files.readString(LIBRARY.resolve(plant.source()));

    String mistaken = plant.mistaken(present);

    assertThat(mistaken).isNotEqualTo(present).contains(plant.mistake().strip());
  }

  @Test
  void saysSoWhenThePassageIsNoLongerThere() {
    assertThatThrownBy(() -> Plant.named("forgetful-relay").mistaken("class Relay {}"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Relay.java");
  }

  @Test
  void namesTheMistakesThatThereAre() {
    assertThatThrownBy(() -> Plant.named("none-such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forgetful-relay");
  }
}
