package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoClientSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.BsonBinaryWriter;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.cocreation.messaging.AggregateDocuments.Loaded;
import org.cocreation.messaging.AggregateDocuments.Write;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written, held against the bytes that the driver makes of the same document. */
class WriteEncoderTest {

  private static final DocumentCodec CODEC = new DocumentCodec();
  private static final Instant NOW = Instant.parse("2020-02-13T16:30:00Z");
  private static final Binary BODY = new Binary("{\"año\":1}".getBytes(StandardCharsets.UTF_8));
  private static final OutboxEntry ENTRY =
      new OutboxEntry("e1", "seat.events", "taken", "a", NOW, BODY, null);
  private static final Document STORED_ENTRY =
      new Document("id", "e1")
          .append("topic", "seat.events")
          .append("type", "taken")
          .append("key", "a")
          .append("occurredAt", Date.from(NOW))
          .append("body", BODY);

  private final WriteEncoder<Document> encoder =
      new WriteEncoder<>(
          CODEC,
          CodecRegistries.fromRegistries(
                  CodecRegistries.fromProviders(new RecordCodecs()),
                  MongoClientSettings.getDefaultCodecRegistry())
              .get(OutboxEntry.class));

  private static Document state(int number) {
    return new Document("number", number)
        .append("", "")
        .append("año", "Inés Pérez")
        .append("texts", List.of("plain", "€", "𝒳 你好", "a\u0000b", "ß".repeat(300)))
        .append("deeper", new Document("long", 7L).append("none", null).append("real", 0.5));
  }

  private static Write<Document> write(
      long version,
      boolean changes,
      @Nullable Document state,
      List<OutboxEntry> entries,
      List<String> causes) {
    Loaded<Document> base = new Loaded<>("a", version, null, Set.of(), true);
    return new Write<>(base, changes, state, entries, causes);
  }

  private static void assertSame(RawBsonDocument encoded, Document expected) {
    byte[] bytes = new byte[encoded.getByteBuffer().remaining()];
    encoded.getByteBuffer().get(bytes);
    BasicOutputBuffer output = new BasicOutputBuffer();
    CODEC.encode(new BsonBinaryWriter(output), expected, EncoderContext.builder().build());
    assertThat(bytes).isEqualTo(output.toByteArray());
  }

  @Test
  void anAggregateThatIsNew() {
    assertSame(
        encoder.inserted(write(0, true, state(1), List.of(ENTRY), List.of("c1", "c2"))),
        new Document("_id", "a")
            .append("version", 1L)
            .append("state", state(1))
            .append("outbox", List.of(STORED_ENTRY))
            .append("seen", List.of("c1", "c2")));
    assertSame(
        encoder.inserted(write(0, true, null, List.of(), List.of("c1"))),
        new Document("_id", "a")
            .append("version", 1L)
            .append("outbox", List.of())
            .append("seen", List.of("c1")));
  }

  @Test
  void aChange() {
    Write<Document> write = write(7, true, state(1), List.of(ENTRY), List.of("c1"));

    assertSame(encoder.expected(write), new Document("_id", "a").append("version", 7L));
    assertSame(
        encoder.updated(write),
        new Document("$set", new Document("state", state(1)))
            .append("$inc", new Document("version", 1L))
            .append(
                "$push",
                new Document("outbox", new Document("$each", List.of(STORED_ENTRY)))
                    .append("seen", someCauses("c1"))));
    assertSame(
        encoder.updated(write(7, true, state(2), List.of(), List.of())),
        new Document("$set", new Document("state", state(2)))
            .append("$inc", new Document("version", 1L)));
  }

  private static Document someCauses(String... causes) {
    return new Document("$each", List.of(causes)).append("$slice", -AggregateDocuments.SEEN_KEPT);
  }

  @Test
  void anErasureAndACauseAlone() {
    assertSame(
        encoder.updated(write(7, true, null, List.of(ENTRY), List.of())),
        new Document("$unset", new Document("state", ""))
            .append("$inc", new Document("version", 1L))
            .append("$push", new Document("outbox", new Document("$each", List.of(STORED_ENTRY)))));
    assertSame(
        encoder.updated(write(7, false, null, List.of(), List.of("c1"))),
        new Document("$push", new Document("seen", someCauses("c1"))));
  }

  @Test
  void whatWasEncodedStaysWhileMoreIs() {
    List<RawBsonDocument> encoded = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      encoded.add(encoder.inserted(write(0, true, state(i), List.of(), List.of())));
    }

    for (int i = 0; i < 500; i++) {
      assertThat(encoded.get(i).decode(CODEC).get("state")).isEqualTo(state(i));
    }
  }

  @Test
  void aNameThatWouldEndTooEarlyIsRefused() {
    Write<Document> write = write(0, true, new Document("a\u0000b", 1), List.of(), List.of());

    assertThatExceptionOfType(BsonSerializationException.class)
        .isThrownBy(() -> encoder.inserted(write));
  }
}
