package org.cocreation.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cocreation.launcher.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeFileTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void readsTheSameDocumentFromJsonAndFromYaml() throws Exception {
    String json =
        "{\"programmeId\":\"belize-2020\",\"rules\":{\"attendedShare\":0.6667},"
            + "\"sessions\":[{\"sessionId\":\"w1\",\"startsAt\":\"2020-02-13T16:30:00Z\",\"seats\":40}]}";
    ProgrammeFile fromJson = ProgrammeFile.read(file("p.json", json));
    ProgrammeFile fromYaml =
        ProgrammeFile.read(
            file(
                "p.yaml",
                """
                programmeId: belize-2020
                rules:
                  attendedShare: 0.6667
                sessions:
                  - sessionId: w1
                    startsAt: 2020-02-13T16:30:00Z
                    seats: 40
                """));
    assertThat(fromYaml).isEqualTo(fromJson);
    assertThat(fromJson.id()).isEqualTo("belize-2020");
  }

  @Test
  void takesTheIdFromTheFilesNameWhereTheDocumentHasNone() throws Exception {
    ProgrammeFile programme = ProgrammeFile.read(file("cayo-2026.yaml", "status: open"));
    assertThat(programme.id()).isEqualTo("cayo-2026");
    assertThat(programme.json()).isEqualTo("{\"status\":\"open\"}");
  }

  @Test
  void refusesWhatIsNotADocumentAndSaysWhere() throws Exception {
    assertRefused("p.json", "{\"programmeId\":", "not well formed");
    assertRefused("p.yaml", "a: [1", "not well formed");
    assertRefused("p.yaml", "- title: x", "not a document");
    assertRefused("p.yaml", "programmeId: a\nprogrammeId: b", "not well formed");
    assertRefused("p.yaml", "!!javax.script.ScriptEngineManager []", "not well formed");
    assertThatThrownBy(() -> ProgrammeFile.read(directory.resolve("none.json")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("none.json");
  }

  private void assertRefused(String name, String content, String why) throws Exception {
    Path file = file(name, content);
    assertThatThrownBy(() -> ProgrammeFile.read(file))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(name)
        .hasMessageContaining(why);
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(directory.resolve(name), content);
  }
}
