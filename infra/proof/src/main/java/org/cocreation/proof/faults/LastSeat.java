package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cocreation.proof.faults.Client.Answer;

/** Two hundred people want the only seat of a session at the same moment: one has it, 199 wait. */
final class LastSeat implements Fault {

  static final int RACERS = 200;

  private final List<String> rounds = new ArrayList<>();

  @Override
  public String name() {
    return "last-seat";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 2 : 100;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  /** Each person gets two e-mails, one after the other. */
  @Override
  public double quietSeconds(boolean isShort) {
    return isShort ? 120 : 900;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    String programme = bench.load().programme() + "-seat-" + (rounds.size() + 1);
    Answer set = bench.load().setUp(programme, List.of("only"), 1);
    if (!set.done()) {
      return new Strike(0, List.of(programme + " could not be set up: " + set));
    }
    rounds.add(programme);
    String salt = Long.toHexString(random.nextLong());
    List<Answer> answers =
        Crowd.together(
            RACERS,
            i -> {
              String email = "racer" + i + "." + salt + "@load.example";
              Map<String, String> choices = new LinkedHashMap<>(Map.of("only", "venue"));
              return bench
                  .load()
                  .register(
                      programme,
                      Load.registration("Racer " + i, email, "en", choices),
                      UUID.nameUUIDFromBytes(
                              email.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                          .toString());
            });
    List<String> wrong =
        answers.stream()
            .filter(answer -> !answer.done())
            .limit(3)
            .map(answer -> "a racer was answered " + answer)
            .toList();
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, wrong);
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    List<String> wrong = new ArrayList<>();
    Map<String, List<Integer>> places = bench.witness().places("only");
    for (String programme : rounds) {
      judged(places.getOrDefault(programme, List.of()), RACERS)
          .forEach(one -> wrong.add(programme + ": " + one));
    }
    return wrong;
  }

  /**
   * What is wrong with the places of one round.
   *
   * @param places 0 for the seat, the position of who waits, -1 for neither
   */
  static List<String> judged(List<Integer> places, int racers) {
    List<String> wrong = new ArrayList<>();
    if (places.size() != racers) {
      wrong.add(places.size() + " people are registered, not " + racers);
    }
    long seated = places.stream().filter(place -> place == 0).count();
    if (seated != 1) {
      wrong.add(seated + " people have the only seat");
    }
    List<Integer> waiting = places.stream().filter(place -> place != 0).sorted().toList();
    List<Integer> expected = IntStream.rangeClosed(1, Math.max(0, racers - 1)).boxed().toList();
    if (!Objects.equals(waiting, expected)) {
      wrong.add("the waiting list is not 1 to " + (racers - 1) + ": " + waiting);
    }
    return wrong;
  }
}
