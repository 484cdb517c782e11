package org.cocreation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in every language, and every sentence that a page asks for exists. */
class MessagesTest {

  private static final Pattern ASKED = Pattern.compile("#\\{([a-z][A-Za-z.-]*)[(}]");

  @Test
  void speaksSpanishWhereverItSpeaksEnglish() throws IOException {
    assertThat(sentences("es")).isEqualTo(sentences(""));
  }

  @Test
  void knowsEverySentenceThatAPageAsksFor() throws IOException {
    assertThat(missing(pages(), sentences(""))).isEmpty();
  }

  @Test
  void noticesASentenceThatIsMissing() {
    assertThat(missing("<p th:text=\"#{not.written(1)}\">x</p>", Set.of("written")))
        .containsExactly("not.written");
  }

  private static Set<String> missing(String pages, Set<String> known) {
    Set<String> missing = new TreeSet<>();
    Matcher asked = ASKED.matcher(pages);
    while (asked.find()) {
      if (!known.contains(asked.group(1))) {
        missing.add(asked.group(1));
      }
    }
    return missing;
  }

  private static String pages() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.toList()) {
        all.append(Files.readString(template));
      }
    }
    return all.toString();
  }

  private static Set<String> sentences(String language) throws IOException {
    Properties properties = new Properties();
    String file = "/messages" + (language.isEmpty() ? "" : "_" + language) + ".properties";
    try (Reader in =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
