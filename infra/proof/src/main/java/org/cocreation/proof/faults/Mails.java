package org.cocreation.proof.faults;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mailbox, and when its sender was killed.
 *
 * @param arrived when each Message-ID arrived, in order
 * @param cutOffs when what sends e-mails was ended without having been asked
 */
record Mails(Map<String, List<Instant>> arrived, List<Instant> cutOffs) {

  /** How many e-mails notification sends at once, {@code notification.sending.workers}. */
  private static final int AT_ONCE = 2;

  Mails {
    Map<String, List<Instant>> sorted = new TreeMap<>();
    arrived.forEach((id, copies) -> sorted.put(id, copies.stream().sorted().toList()));
    arrived = sorted;
    cutOffs = List.copyOf(cutOffs);
  }

  List<Instant> of(String id) {
    return arrived.getOrDefault(id, List.of());
  }

  /**
   * Whether nobody who can be killed between an e-mail and its record could have done better. The
   * first time it may have been one of several that are recorded together. Whoever repeats it
   * records it at once; so each repetition but the last was being sent when its sender was killed.
   */
  boolean excusable(String id) {
    List<Instant> copies = of(id);
    return copies.size() < 3
        || copies.subList(1, copies.size() - 1).stream().allMatch(this::wasBeingSent);
  }

  private boolean wasBeingSent(Instant copy) {
    return cutOffs.stream()
        .filter(end -> !end.isBefore(copy))
        .min(Instant::compareTo)
        .filter(end -> between(copy, end) < AT_ONCE)
        .isPresent();
  }

  private long between(Instant copy, Instant end) {
    return arrived.values().stream()
        .flatMap(Collection::stream)
        .filter(one -> one.isAfter(copy) && !one.isAfter(end))
        .count();
  }
}
