package org.cocreation.embedded.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The newest messages, one file each, within a number and a total size: the oldest go when either
 * is exceeded.
 *
 * <p>{@link #keep} returns when the message is on disk (written to a temporary name, forced, then
 * renamed), so what was acknowledged to a sender is there after a SIGKILL, and a half-written
 * message is never seen. A file is the message as it came, preceded by {@code Return-Path} and
 * {@code Delivered-To} lines for its envelope, and can be opened with any mail program.
 */
final class MessageStore {

  private static final String SUFFIX = ".eml";

  private final Path directory;
  private final int maxMessages;
  private final long maxBytes;
  private final Clock clock;
  private final ConcurrentSkipListMap<String, KeptMessage> messages = new ConcurrentSkipListMap<>();
  private long lastId;
  private long bytes;

  /**
   * Opens a directory, made when it is new, with what an earlier run left in it.
   *
   * @throws UncheckedIOException when it cannot be read or written
   */
  MessageStore(Path directory, int maxMessages, long maxBytes, Clock clock) {
    if (maxMessages < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("a mailbox keeps at least one message and one byte");
    }
    this.directory = directory;
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
    this.clock = clock;
    try {
      Files.createDirectories(directory);
      open();
    } catch (IOException e) {
      throw new UncheckedIOException("the mailbox's directory cannot be used: " + directory, e);
    }
  }

  /** Keeps a message and says how it is known from now on; back when it is on disk. */
  synchronized KeptMessage keep(Envelope envelope, byte[] message) throws IOException {
    Instant now = clock.instant();
    lastId = Math.max(lastId + 1, now.toEpochMilli() * 1000);
    String id = String.format("%016d", lastId);
    byte[] content = withEnvelope(envelope, message);
    Path draft = directory.resolve(id + ".part");
    try (FileChannel file =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
    Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
    KeptMessage kept =
        new KeptMessage(id, now, envelope, OpenedMessage.subjectOf(content), message.length);
    messages.put(id, kept);
    bytes += message.length;
    trim();
    return kept;
  }

  /** The messages in order of arrival, from the one after {@code after} (empty: from the first). */
  List<KeptMessage> list(String after, int limit, Predicate<KeptMessage> wanted) {
    return first(messages.tailMap(after, false).values(), limit, wanted);
  }

  /** The newest messages, the newest first. */
  List<KeptMessage> newest(int limit, Predicate<KeptMessage> wanted) {
    return first(messages.descendingMap().values(), limit, wanted);
  }

  Optional<KeptMessage> find(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** The message as it is on disk; empty when there is none (any more). */
  Optional<byte[]> read(String id) throws IOException {
    if (!messages.containsKey(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  int size() {
    return messages.size();
  }

  /** Forgets every message; ids go on rising. */
  synchronized void clear() throws IOException {
    while (!messages.isEmpty()) {
      dropOldest();
    }
  }

  private void open() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".part")) {
        Files.delete(file);
      } else if (name.matches("\\d{16}\\.eml")) {
        String id = name.substring(0, 16);
        byte[] content = Files.readAllBytes(file);
        OpenedMessage.envelopeOf(content)
            .ifPresent(
                envelope -> {
                  int size = content.length - withEnvelope(envelope, new byte[0]).length;
                  Instant at = Instant.ofEpochMilli(Long.parseLong(id) / 1000);
                  String subject = OpenedMessage.subjectOf(content);
                  messages.put(id, new KeptMessage(id, at, envelope, subject, size));
                  bytes += size;
                });
        lastId = Math.max(lastId, Long.parseLong(id));
      }
    }
    trim();
  }

  private void trim() throws IOException {
    while (messages.size() > maxMessages || (bytes > maxBytes && messages.size() > 1)) {
      dropOldest();
    }
  }

  private void dropOldest() throws IOException {
    KeptMessage oldest = messages.firstEntry().getValue();
    Files.deleteIfExists(file(oldest.id()));
    messages.remove(oldest.id());
    bytes -= oldest.size();
  }

  private Path file(String id) {
    return directory.resolve(id + SUFFIX);
  }

  private static List<KeptMessage> first(
      Collection<KeptMessage> all, int limit, Predicate<KeptMessage> wanted) {
    List<KeptMessage> result = new ArrayList<>();
    for (KeptMessage message : all) {
      if (result.size() == limit) {
        break;
      }
      if (wanted.test(message)) {
        result.add(message);
      }
    }
    return result;
  }

  private static byte[] withEnvelope(Envelope envelope, byte[] message) {
    StringBuilder lines = new StringBuilder("Return-Path: <" + envelope.from() + ">\r\n");
    for (String recipient : envelope.recipients()) {
      lines.append("Delivered-To: ").append(recipient).append("\r\n");
    }
    lines.append(OpenedMessage.END_OF_ENVELOPE).append("\r\n");
    ByteArrayOutputStream content = new ByteArrayOutputStream(lines.length() + message.length);
    content.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
    content.writeBytes(message);
    return content.toByteArray();
  }
}
