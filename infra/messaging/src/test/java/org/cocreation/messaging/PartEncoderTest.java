package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class PartEncoderTest {

  private static final DocumentCodec CODEC = new DocumentCodec();

  private final PartEncoder encoder = new PartEncoder();

  private static Document part(int number) {
    return new Document("number", number)
        .append("", "")
        .append("año", "Inés Pérez")
        .append("texts", List.of("plain", "€", "𝒳 你好", "a\u0000b", "ß".repeat(300)))
        .append("deeper", new Document("long", 7L).append("none", null).append("real", 0.5));
  }

  private static byte[] asTheDriverDoes(Document part) {
    BasicOutputBuffer output = new BasicOutputBuffer();
    CODEC.encode(new BsonBinaryWriter(output), part, EncoderContext.builder().build());
    return output.toByteArray();
  }

  @Test
  void aPartIsToTheByteWhatTheDriverWouldMakeOfIt() {
    RawBsonDocument encoded = encoder.encoded(CODEC, part(1));

    byte[] bytes = new byte[encoded.getByteBuffer().remaining()];
    encoded.getByteBuffer().get(bytes);
    assertThat(bytes).isEqualTo(asTheDriverDoes(part(1)));
  }

  @Test
  void whatWasEncodedStaysWhileMoreIs() {
    List<RawBsonDocument> encoded = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      encoded.add(encoder.encoded(CODEC, part(i)));
    }

    for (int i = 0; i < 500; i++) {
      assertThat(encoded.get(i).decode(CODEC)).isEqualTo(part(i));
    }
  }

  @Test
  void aNameThatWouldEndTooEarlyIsRefused() {
    assertThatExceptionOfType(BsonSerializationException.class)
        .isThrownBy(() -> encoder.encoded(CODEC, new Document("a\u0000b", 1)));
  }
}
