package org.cocreation.notification.domain;

/**
 * Everything that is needed to write one e-mail.
 *
 * @param deliveryId which delivery it is; its Message-ID is made from it
 * @param template what it says
 * @param facts what it tells
 * @param contact to whom
 * @param recipient what else is known of them
 * @param programme the programme as it is now
 */
public record Letter(
    String deliveryId,
    Template template,
    Facts facts,
    Contact contact,
    Recipient recipient,
    Programme programme) {

  /** The language to write in. */
  public Language language() {
    return contact.language();
  }
}
