package org.cocreation.attendance.domain.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address made comparable: without the spaces, brackets and upper case that people and
 * exports add.
 *
 * @param mailbox what stands before the at sign
 * @param domain what stands after it
 */
public record EmailAddress(String mailbox, String domain) {

  private static final int LONGEST = 254;

  /** Reads what stands in a cell; empty when it is no address. */
  public static Optional<EmailAddress> read(@Nullable String cell) {
    if (cell == null || cell.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    String address =
        Normalizer.normalize(cell, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Cf}<>]", "")
            .toLowerCase(Locale.ROOT);
    if (address.startsWith("mailto:")) {
      address = address.substring("mailto:".length());
    }
    int at = address.lastIndexOf('@');
    if (address.length() > LONGEST
        || at < 1
        || at == address.length() - 1
        || address.indexOf('@') != at
        || address.indexOf(',') >= 0
        || address.indexOf(';') >= 0) {
      return Optional.empty();
    }
    return Optional.of(new EmailAddress(address.substring(0, at), address.substring(at + 1)));
  }

  /** The whole address, by which two are compared. */
  public String key() {
    return mailbox + "@" + domain;
  }
}
