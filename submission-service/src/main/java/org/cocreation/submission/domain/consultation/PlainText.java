package org.cocreation.submission.domain.consultation;

/** Takes out of a text whatever is markup or can't be seen, and leaves the words. */
@FunctionalInterface
public interface PlainText {
  String of(String text);
}
