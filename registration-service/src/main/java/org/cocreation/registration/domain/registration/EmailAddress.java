package org.cocreation.registration.domain.registration;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form by which a person is known again (rule 1 of the domain):
 * compatibility characters composed (NFKC), trimmed, in lower case, an international domain in its
 * ASCII form.
 */
public record EmailAddress(String value) {
  private static final Pattern LOCAL =
      Pattern.compile("[^\\s\\p{Cntrl}\"(),:;<>@\\[\\]\\\\]{1,64}");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Reads an address as people write it; empty when it cannot be one. */
  public static Optional<EmailAddress> parse(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > 254) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    if (!LOCAL.matcher(local).matches()
        || local.startsWith(".")
        || local.endsWith(".")
        || local.contains("..")) {
      return Optional.empty();
    }
    return domain(text.substring(at + 1)).map(domain -> new EmailAddress(local + "@" + domain));
  }

  private static Optional<String> domain(String text) {
    String ascii;
    try {
      ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String[] labels = ascii.split("\\.", -1);
    if (labels.length < 2 || ascii.length() > 253) {
      return Optional.empty();
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return Optional.empty();
      }
    }
    boolean numbersOnly = labels[labels.length - 1].chars().allMatch(Character::isDigit);
    return numbersOnly ? Optional.empty() : Optional.of(ascii);
  }

  /** Personal data stays out of logs, also by accident. */
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
