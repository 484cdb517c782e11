package org.cocreation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Asks the broker whether it is there, and for the topics that are still missing. */
final class Broker implements AutoCloseable {

  private final Map<String, Object> connection;
  private @Nullable Admin admin;

  Broker(Map<String, Object> connection) {
    this.connection = new HashMap<>(connection);
    this.connection.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    this.connection.put(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1_000);
  }

  /** How many nodes the cluster has; throws when none answers in time. */
  int nodes(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
    int milliseconds = (int) patience.toMillis();
    return admin()
        .describeCluster(new DescribeClusterOptions().timeoutMs(milliseconds))
        .nodes()
        .get(milliseconds, TimeUnit.MILLISECONDS)
        .size();
  }

  /**
   * Creates those topics that are not there.
   *
   * @return the names of those that were created
   */
  List<String> create(List<NewTopic> topics, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    long milliseconds = patience.toMillis();
    Set<String> present = admin().listTopics().names().get(milliseconds, TimeUnit.MILLISECONDS);
    List<NewTopic> missing =
        topics.stream().filter(topic -> !present.contains(topic.name())).toList();
    List<String> created = new ArrayList<>();
    for (var one : admin().createTopics(missing).values().entrySet()) {
      try {
        one.getValue().get(milliseconds, TimeUnit.MILLISECONDS);
        created.add(one.getKey());
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw failed;
        }
      }
    }
    return created;
  }

  Admin admin() {
    synchronized (this) {
      if (admin == null) {
        admin = Admin.create(connection);
      }
      return admin;
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
      admin = null;
    }
  }
}
