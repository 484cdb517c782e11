package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found.
 *
 * @param lost acknowledged and not there, or there and gone no further
 * @param doubled done twice
 * @param disordered told in another order than it happened
 * @param wrong what must not be for another reason
 * @param repeatedRecords copies of an event with the same id: allowed, consumers know them
 * @param repeatedMails copies of an e-mail with the same Message-ID: allowed only where the mail's
 *     sender or receiver died
 */
record Findings(
    List<String> lost,
    List<String> doubled,
    List<String> disordered,
    List<String> wrong,
    int repeatedRecords,
    int repeatedMails) {

  static Findings none() {
    return new Findings(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, 0);
  }

  boolean clean() {
    return lost.isEmpty() && doubled.isEmpty() && disordered.isEmpty() && wrong.isEmpty();
  }

  /** Whether waiting can still make it clean: what is late is there later, the rest stays. */
  boolean mayBeLate() {
    return doubled.isEmpty() && disordered.isEmpty();
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    lost.forEach(one -> all.add("lost: " + one));
    doubled.forEach(one -> all.add("doubled: " + one));
    disordered.forEach(one -> all.add("out of order: " + one));
    wrong.forEach(one -> all.add("wrong: " + one));
    return all;
  }
}
