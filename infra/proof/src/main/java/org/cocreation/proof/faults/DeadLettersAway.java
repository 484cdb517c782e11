package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.cocreation.proof.platform.Waiting;

/**
 * A service's dead-letter topic takes nothing while a bad record comes: the service commits nothing
 * past the record until the topic takes it.
 */
record DeadLettersAway() implements Fault {

  @Override
  public String name() {
    return "dead-letters-away";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 5;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    TopicReader topics = bench.witness().topics();
    String service = TopicReader.GROUPS.get(random.nextInt(TopicReader.GROUPS.size()));
    String letters = service + ".dead-letters";
    int before = topics.poisoned(service);
    List<String> wrong = new ArrayList<>();
    try {
      topics.largestRecord(letters, 1);
      Waiting.millis(500);
      RecordMetadata sent = Poison.send(bench, "truncated", random);
      TopicPartition where = new TopicPartition(sent.topic(), sent.partition());
      Waiting.seconds(bench.options().isShort() ? 5 : 30);
      wrong.addAll(
          judged(
              service,
              topics.committed(service, where),
              sent.offset(),
              topics.poisoned(service) - before));
      topics.largestRecord(letters, 0);
      long since = System.nanoTime();
      if (!Waiting.until(
          bench.options().within(20), () -> topics.committed(service, where) > sent.offset())) {
        wrong.add(service + " did not go on when its dead letters were taken again");
      }
      int taken = topics.poisoned(service) - before;
      if (taken < 1) {
        wrong.add(service + " has no letter for the bad record");
      }
      return bench.recovered(since, 20, wrong);
    } finally {
      topics.largestRecord(letters, 0);
    }
  }

  /** What is wrong with how far it got while its dead letters were not taken. */
  static List<String> judged(String service, long committed, long bad, int letters) {
    List<String> wrong = new ArrayList<>();
    if (committed > bad) {
      wrong.add(service + " has committed " + committed + ", past the bad record at " + bad);
    }
    if (letters > 0) {
      wrong.add(service + " has letters although its topic takes none");
    }
    return wrong;
  }
}
