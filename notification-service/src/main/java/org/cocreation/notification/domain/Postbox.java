package org.cocreation.notification.domain;

import java.util.List;
import java.util.Map;

/** Where e-mails are posted. */
public interface Postbox {

  /** What became of posting one letter. Reasons hold no address. */
  sealed interface Posted {

    /** The mail server has taken it. */
    record Taken() implements Posted {}

    /** Refused for now: worth another attempt. */
    record Deferred(String reason) implements Posted {}

    /** Refused for good. */
    record Refused(String reason) implements Posted {}

    /** The mail server could not be reached; this says nothing about the letter. */
    record Away(String reason) implements Posted {}
  }

  /** Whether it is worth posting now; false while the mail server is known to be away. */
  boolean open();

  /** Posts letters over one connection and says what became of each, by delivery id. */
  Map<String, Posted> post(List<Letter> letters);
}
