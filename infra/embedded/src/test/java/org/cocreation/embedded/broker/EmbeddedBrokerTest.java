package org.cocreation.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cocreation.embedded.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void keepsTopicsRecordsAndOffsetsBetweenRuns() throws Exception {
    String cluster;
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      cluster = clusterId(broker.bootstrapServers());
      createTopic(broker.bootstrapServers(), "facts");
      send(broker.bootstrapServers(), 0, 10);
      assertThat(readAndCommit(broker.bootstrapServers())).hasSize(10);
      send(broker.bootstrapServers(), 10, 5);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      assertThat(clusterId(broker.bootstrapServers())).isEqualTo(cluster);
      assertThat(readAndCommit(broker.bootstrapServers()))
          .containsExactly("fact-10", "fact-11", "fact-12", "fact-13", "fact-14");
    }
  }

  @Test
  void losesNoAcknowledgedRecordWhenItsProcessIsKilled() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      int port = freePort();
      try (ChildJvm process =
          ChildJvm.start(BrokerProcess.class, "--dir", directory.toString(), "--port", "" + port)) {
        String servers = "localhost:" + port;
        createTopic(servers, "facts");
        for (RecordMetadata sent : send(servers, round * 500, 500)) {
          acknowledged.add("fact-" + sent.offset());
        }
        process.kill();
      }
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      assertThat(readAndCommit(broker.bootstrapServers()))
          .hasSize(1000)
          .containsExactlyElementsOf(acknowledged);
    }
  }

  @Test
  void refusesToCreateATopicByAccident() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    broker.bootstrapServers(),
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    1000),
                new StringSerializer(),
                new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("nobodys", "x")).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("nobodys not present");
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      Optional<InetAddress> other = addressThatIsNotLoopback();
      if (other.isPresent()) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(
                  () -> socket.connect(new InetSocketAddress(other.get(), broker.port()), 2000))
              .isInstanceOf(java.io.IOException.class);
        }
      }
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()), 2000);
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  @Test
  void takesKafkasOwnSettings() throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(directory, 0, Map.of("auto.create.topics.enable", "true"))) {
      send(broker.bootstrapServers(), 0, 1);
      try (Admin admin = admin(broker.bootstrapServers())) {
        assertThat(admin.listTopics().names().get()).contains("facts");
      }
    }
    assertThat(Files.exists(directory.resolve("cluster-id"))).isTrue();
  }

  private static Optional<InetAddress> addressThatIsNotLoopback() throws Exception {
    return java.net.NetworkInterface.networkInterfaces()
        .flatMap(java.net.NetworkInterface::inetAddresses)
        .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
        .findFirst();
  }

  private static int freePort() throws Exception {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(Map.of("bootstrap.servers", servers));
  }

  private static String clusterId(String servers) throws Exception {
    try (Admin admin = admin(servers)) {
      return admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
    }
  }

  private static void createTopic(String servers, String topic) throws Exception {
    try (Admin admin = admin(servers)) {
      if (!admin.listTopics().names().get(60, TimeUnit.SECONDS).contains(topic)) {
        admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
      }
    }
  }

  private static List<RecordMetadata> send(String servers, int from, int count) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      List<Future<RecordMetadata>> sends = new ArrayList<>();
      for (int i = from; i < from + count; i++) {
        sends.add(producer.send(new ProducerRecord<>("facts", "k", "fact-" + i)));
      }
      producer.flush();
      List<RecordMetadata> acknowledged = new ArrayList<>();
      for (Future<RecordMetadata> send : sends) {
        acknowledged.add(send.get());
      }
      return acknowledged;
    }
  }

  private static List<String> readAndCommit(String servers) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                ConsumerConfig.GROUP_ID_CONFIG, "readers",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("facts"));
      List<String> values = new ArrayList<>();
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      boolean quiet = false;
      while (System.nanoTime() < end && !(quiet && !values.isEmpty())) {
        var records = consumer.poll(Duration.ofMillis(500));
        records.forEach(r -> values.add(r.value()));
        quiet = records.isEmpty();
      }
      consumer.commitSync();
      return values;
    }
  }
}
