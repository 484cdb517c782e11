package org.cocreation.attendance.domain.matching;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address made comparable: without the spaces, brackets, names and upper case that people
 * and exports add, the domain in its ASCII form.
 *
 * @param mailbox what stands before the at sign
 * @param domain what stands after it
 */
public record EmailAddress(String mailbox, String domain) {

  private static final int LONGEST = 254;

  /** Reads what stands in a cell; empty when it is no address. */
  public static Optional<EmailAddress> read(@Nullable String cell) {
    if (cell == null || cell.length() > 2 * LONGEST || cell.indexOf('@') < 0) {
      return Optional.empty();
    }
    String address = comparable(cell);
    int open = address.indexOf('<');
    int close = address.indexOf('>', open + 1);
    if (open >= 0 && close > open && address.substring(open, close).indexOf('@') > 0) {
      address = address.substring(open + 1, close);
    }
    address = address.replaceAll("[<>]", "");
    // Lower case may undo the compatibility form, and what cannot be seen may hide it.
    for (int again = 0; again < 3; again++) {
      address = comparable(address);
    }
    if (address.startsWith("mailto:")) {
      address = address.substring("mailto:".length());
    }
    while (address.endsWith(".")) {
      address = address.substring(0, address.length() - 1);
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
    return Optional.of(
        new EmailAddress(address.substring(0, at), ascii(address.substring(at + 1))));
  }

  /** The whole address, by which two are compared. */
  public String key() {
    return mailbox + "@" + domain;
  }

  /** The mailbox without dots and what follows a plus; good for suggestions only. */
  String plainMailbox() {
    int plus = mailbox.indexOf('+');
    String plain = (plus > 0 ? mailbox.substring(0, plus) : mailbox).replaceAll("[._-]", "");
    return plain.isEmpty() ? mailbox : plain;
  }

  /** Whether it may be the other one mistyped: at most two letters apart. */
  boolean slipOf(EmailAddress other) {
    return !equals(other) && Likeness.slips(key(), other.key(), 2) <= 2;
  }

  private static String comparable(String text) {
    return Normalizer.normalize(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Cf}\\p{Z}]", "")
            .toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKC);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unfit) {
      return domain;
    }
  }
}
