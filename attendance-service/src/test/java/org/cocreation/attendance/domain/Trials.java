package org.cocreation.attendance.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Tries a promise on many generated cases. Each case has a seed of its own, which is named when the
 * promise is broken: {@code -Dtrials.seed=…} starts with that very case, {@code -Dtrials.factor=…}
 * tries so many times as many.
 */
public final class Trials {

  private static final long SEED = Long.getLong("trials.seed", 20_200_213L);
  private static final int FACTOR = Integer.getInteger("trials.factor", 1);

  private Trials() {}

  /** Tries it so many times, on all processors: no case may touch what another does. */
  public static void of(int tries, Consumer<Random> promise) {
    Optional<AssertionError> broken =
        LongStream.range(SEED, SEED + (long) tries * FACTOR)
            .parallel()
            .mapToObj(seed -> broken(seed, promise))
            .flatMap(Optional::stream)
            .findFirst();
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private static Optional<AssertionError> broken(long seed, Consumer<Random> promise) {
    try {
      promise.accept(new Random(seed));
      return Optional.empty();
    } catch (AssertionError | RuntimeException why) {
      return Optional.of(new AssertionError("broken with -Dtrials.seed=" + seed, why));
    }
  }

  /** As many as chance says, at most so many. */
  public static <T> List<T> some(Random random, int most, Function<Random, T> one) {
    List<T> all = new ArrayList<>();
    int size = random.nextInt(most + 1);
    for (int i = 0; i < size; i++) {
      all.add(one.apply(random));
    }
    return all;
  }

  /** One of these. */
  public static <T> T oneOf(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Text of any characters: plain letters most of the time, else signs, accents, other scripts,
   * what cannot be seen, and halves of characters.
   */
  public static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    while (text.length() < length) {
      switch (random.nextInt(8)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) (0xA0 + random.nextInt(0x250)));
        case 2 -> text.append((char) random.nextInt(0x10000));
        case 3 -> text.appendCodePoint(random.nextInt(0x110000));
        case 4 -> text.append(oneOf(random, ODD));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  private static final List<String> ODD =
      List.of(
          "\u200b", "\ufeff", "\u00ad", "\u0301", "´", "’", "ß", "ł", "İ", "ı", "ﬁ", "Ａ", "（", "[",
          "]", "(", ")", " - ", "|", " y ", "&", ", ", "'s ", "@", "\u3164", "\t", "  ", "Dr. ");
}
