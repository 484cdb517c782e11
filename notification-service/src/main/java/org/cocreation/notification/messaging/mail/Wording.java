package org.cocreation.notification.messaging.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.notification.domain.Language;

/** The sentences of the e-mails in one language, from {@code mail/<language>.properties}. */
final class Wording {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
  private static final Wording ENGLISH = new Wording("en");
  private static final Wording SPANISH = new Wording("es");

  private final Properties sentences = new Properties();
  private final String file;

  private Wording(String language) {
    file = "/mail/" + language + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Wording in(Language language) {
    return language == Language.ES ? SPANISH : ENGLISH;
  }

  /** A sentence with its slots filled; what fills them is never read as a slot. */
  String say(String key, Map<String, String> words) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException(file + " lacks " + key);
    }
    Matcher slots = SLOT.matcher(sentence);
    StringBuilder said = new StringBuilder();
    while (slots.find()) {
      String word = words.get(slots.group(1));
      if (word == null) {
        throw new IllegalArgumentException(key + " of " + file + " needs " + slots.group(1));
      }
      slots.appendReplacement(said, Matcher.quoteReplacement(word));
    }
    return slots.appendTail(said).toString();
  }

  /** Whether there is such a sentence. */
  boolean has(String key) {
    return sentences.containsKey(key);
  }

  Set<String> keys() {
    return sentences.stringPropertyNames();
  }
}
