package org.cocreation.attendance.domain.matching.comparison;

import java.util.List;
import java.util.Set;

/** A way to say who the rows of a list are. */
interface Rule {

  /** What it is called in the table. */
  String title();

  /** Whom it credits for each row, and which rows it asks about; in the order of the rows. */
  List<Answer> judge(int session, List<Row> rows);

  /** A coordinator says who the rows are that were asked about. */
  default void decided(int session, List<Row> asked) {}

  /**
   * What it says about one row.
   *
   * @param credited the people who get the credit without anybody being asked
   * @param asked what is asked about: rows with the same are one question; empty when nothing is
   */
  record Answer(Set<String> credited, String asked) {

    public Answer {
      credited = Set.copyOf(credited);
    }
  }
}
