package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives at the store's port, byte by byte, without a driver between. */
class ConnectionTest {

  private static final int HEADER = 16;

  private final EmbeddedStore store = EmbeddedStore.start(EmbeddedStoreOptions.inMemory());
  private Socket socket;

  @BeforeEach
  void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), store.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    store.close();
  }

  private static Document ping() {
    return new Document("ping", 1).append("$db", "db");
  }

  private static byte[] message(int id, int flags, byte[] command) {
    int length = HEADER + 4 + 1 + command.length;
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putInt(id)
        .putInt(0)
        .putInt(Request.OP_MSG)
        .putInt(flags)
        .put((byte) 0)
        .put(command)
        .array();
  }

  private static byte[] message(int id, Document command) {
    return message(id, 0, BsonWriter.document(command));
  }

  private void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  private record Reply(int answers, Document document) {}

  private Reply reply() throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int length = Integer.reverseBytes(in.readInt());
    byte[] rest = in.readNBytes(length - 4);
    int answers = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    int operation = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    int start = operation == Request.OP_REPLY ? 32 : 17;
    return new Reply(answers, new BsonReader(rest, start, rest.length).document());
  }

  private boolean isClosedByTheStore() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Test
  void answersAMessageThatArrivesInPieces() throws IOException {
    for (byte b : message(7, ping())) {
      send(new byte[] {b});
    }

    assertThat(reply()).isEqualTo(new Reply(7, new Document("ok", 1.0)));
  }

  @Test
  void answersMessagesThatArriveTogetherInTheirOrder() throws IOException {
    byte[] first = message(1, ping());
    byte[] second = message(2, new Document("count", "things").append("$db", "db"));
    send(ByteBuffer.allocate(first.length + second.length).put(first).put(second).array());

    assertThat(reply().answers()).isEqualTo(1);
    assertThat(reply()).isEqualTo(new Reply(2, new Document("n", 0).append("ok", 1.0)));
  }

  @Test
  void aMessageLargerThanUsualDoesNotSpoilTheNext() throws IOException {
    Document large = new Document("_id", 1).append("text", "x".repeat(3 << 20));
    send(
        message(
            1,
            new Document("insert", "things")
                .append("documents", List.of(large))
                .append("$db", "db")));
    assertThat(reply().document()).containsEntry("n", 1);

    send(message(2, ping()));

    assertThat(reply()).isEqualTo(new Reply(2, new Document("ok", 1.0)));
  }

  @Test
  void refusesACommandThatIsNotBsonAndGoesOn() throws IOException {
    byte[] broken = BsonWriter.document(ping());
    broken[0]++;
    send(message(1, 0, broken));

    Reply refusal = reply();
    assertThat(refusal.answers()).isEqualTo(1);
    assertThat(refusal.document()).containsEntry("ok", 0.0).containsEntry("code", 22);

    send(message(2, ping()));
    assertThat(reply()).isEqualTo(new Reply(2, new Document("ok", 1.0)));
  }

  @Test
  void refusesACommandWithoutADatabase() throws IOException {
    send(message(1, new Document("ping", 1)));

    assertThat(reply().document()).containsEntry("code", 22);
  }

  @Test
  void saysNothingToACommandWhoseClientDoesNotWait() throws IOException {
    int moreToCome = 2;
    Document insert =
        new Document("insert", "things")
            .append("documents", List.of(new Document("_id", 1)))
            .append("$db", "db");
    send(message(1, moreToCome, BsonWriter.document(insert)));
    send(message(2, new Document("count", "things").append("$db", "db")));

    assertThat(reply()).isEqualTo(new Reply(2, new Document("n", 1).append("ok", 1.0)));
  }

  @Test
  void answersTheOldKindOfGreeting() throws IOException {
    byte[] command = BsonWriter.document(new Document("isMaster", 1));
    byte[] name = "admin.$cmd\0".getBytes(StandardCharsets.UTF_8);
    int length = HEADER + 4 + name.length + 8 + command.length;
    send(
        ByteBuffer.allocate(length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(length)
            .putInt(5)
            .putInt(0)
            .putInt(Request.OP_QUERY)
            .putInt(0)
            .put(name)
            .putInt(0)
            .putInt(-1)
            .put(command)
            .array());

    Reply greeting = reply();
    assertThat(greeting.answers()).isEqualTo(5);
    assertThat(greeting.document()).containsEntry("ismaster", true).containsEntry("ok", 1.0);
  }

  @Test
  void hangsUpOnWhatIsNotTheProtocol() throws IOException {
    send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(isClosedByTheStore()).isTrue();

    connect();
    send(message(1, ping()));
    assertThat(reply().document()).containsEntry("ok", 1.0);
  }

  @Test
  void hangsUpWhenItIsClosed() throws IOException {
    send(message(1, ping()));
    reply();

    store.close();

    assertThat(isClosedByTheStore()).isTrue();
  }
}
