package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cocreation.proof.faults.Client.Answer;

/**
 * A hundred times the same request at the same moment, under one Idempotency-Key: one effect, one
 * answer; and another request under that key is none.
 */
record SameKey() implements Fault {

  static final int AT_ONCE = 100;

  @Override
  public String name() {
    return "same-key";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 2 : 20;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    String key = new UUID(random.nextLong(), random.nextLong()).toString();
    String email = "same" + Long.toHexString(random.nextLong()) + "@load.example";
    Map<String, String> choices = new LinkedHashMap<>();
    Load.SESSIONS.forEach(session -> choices.put(session, "online"));
    Map<String, Object> body = Load.registration("Same Person", email, "en", choices);
    List<Answer> answers =
        Crowd.together(AT_ONCE, i -> bench.load().register(bench.load().programme(), body, key));
    if (answers.stream().anyMatch(Answer::done)) {
      bench.load().acknowledged(Entry.Kind.REGISTERED, email, choices);
    }
    Map<String, Object> otherBody = new LinkedHashMap<>(body);
    otherBody.put("name", "Another Person");
    Answer other = bench.load().register(bench.load().programme(), otherBody, key);
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, judged(answers, other));
  }

  /** What is wrong with the answers to the same and to another request under one key. */
  static List<String> judged(List<Answer> same, Answer other) {
    List<String> wrong = new ArrayList<>();
    same.stream()
        .filter(answer -> !answer.done())
        .limit(3)
        .forEach(answer -> wrong.add("the same request was answered " + answer));
    List<Answer> different = same.stream().distinct().toList();
    if (different.size() > 1) {
      wrong.add("the same request was answered differently: " + different.subList(0, 2));
    }
    if (other.status() != 422) {
      wrong.add("another request under the same key was answered " + other);
    }
    return wrong;
  }
}
