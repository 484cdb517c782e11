package org.cocreation.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void everyLinkOfTheRepositoryLeadsSomewhere() {
    List<Document> documents = Document.below(ROOT);
    assertThat(documents)
        .extracting(document -> ROOT.relativize(document.file()).toString())
        .contains("README.md", "infra/proof/README.md", "portal/README.md");
    assertThat(documents.stream().flatMap(document -> document.broken().stream())).isEmpty();
  }

  @Test
  void linksThatLeadNowhereAreFound(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("other.md"), "# What is here?\n\n## `Twice`\n\n## Twice\n");
    Document document =
        new Document(
            directory.resolve("README.md"),
            """
            [a file](other.md), [its heading](other.md#what-is-here), [its second](other.md#twice-1),
            [elsewhere](https://cocreation.example/#nothing),
            [no file](another.md), [no heading](other.md#what-was-here), [no third](other.md#twice-2)

            ```
            [an example](nowhere.md)
            ```
            """);

    assertThat(document.broken())
        .extracting(link -> link.substring(link.indexOf(": ") + 2))
        .containsExactly("another.md", "other.md#what-was-here", "other.md#twice-2");
  }
}
