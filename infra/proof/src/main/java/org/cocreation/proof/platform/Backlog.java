package org.cocreation.proof.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.cocreation.launcher.Failure;

/** How much the services have not read yet, as the broker knows it. */
public final class Backlog implements AutoCloseable {

  private final Admin admin;

  /** Asks this broker. */
  public Backlog(String bootstrapServers) {
    admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers));
  }

  /** Records that a group has still to read of the topics that it reads. */
  public long of(String group) {
    return of(List.of(group));
  }

  /** Records that these groups have still to read, all together. */
  public long of(Collection<String> groups) {
    try {
      long behind = 0;
      for (String group : groups) {
        Map<TopicPartition, Long> read = Offsets.committed(admin, group);
        for (var end : Offsets.ends(admin, read.keySet()).entrySet()) {
          behind += Math.max(0, end.getValue() - read.getOrDefault(end.getKey(), 0L));
        }
      }
      return behind;
    } catch (ExecutionException e) {
      throw new Failure("The broker does not say how far services have read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted while waiting for services to read");
    }
  }

  /** Records that were ever written to a topic. */
  public long written(String topic) {
    try {
      List<TopicPartition> partitions =
          admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
              .flatMap(one -> one.partitions().stream())
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      return Offsets.ends(admin, partitions).values().stream().mapToLong(Long::longValue).sum();
    } catch (ExecutionException e) {
      throw new Failure("The broker does not say what is on " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted while waiting for " + topic);
    }
  }

  /**
   * Waits until these groups have read everything.
   *
   * @throws Failure when they have not after that time
   */
  public void awaitNone(Collection<String> groups, double seconds) {
    // A partition that was never read has no offset yet, so nothing is told by one look.
    int calm = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (calm < 3) {
      long behind = of(groups);
      calm = behind == 0 ? calm + 1 : 0;
      if (System.nanoTime() > end) {
        throw new Failure(groups + " have still " + behind + " records to read");
      }
      Waiting.millis(200);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
