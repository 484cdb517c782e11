package org.cocreation.submission.domain;

/** Makes ids that nobody can guess and that sort in the order in which they were made. */
@FunctionalInterface
public interface Ids {
  String next();
}
