package org.cocreation.attendance.messaging.formats;

/** A vocabulary file says something that cannot be; the service does not start with it. */
final class BrokenVocabulary extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  BrokenVocabulary(String source, String detail) {
    super("The attendance vocabulary " + source + " is wrong: " + detail + ".");
  }
}
