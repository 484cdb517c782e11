package org.cocreation.embedded.mailbox;

import java.util.List;

/**
 * Who a message came from and who it is for, as said to the mail server (not as written in the
 * message's own headers).
 *
 * @param from the sender's address; empty for a bounce
 * @param recipients at least one address
 */
record Envelope(String from, List<String> recipients) {

  Envelope {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a message needs a recipient");
    }
  }

  /** Whether the address is one of the recipients, whatever its upper and lower case. */
  boolean isFor(String address) {
    return recipients.stream().anyMatch(r -> r.equalsIgnoreCase(address.strip()));
  }
}
