package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BsonTest {

  private static final byte[] BYTES = {0, 1, 2, -1};

  private static Document everything() {
    Document inner = new Document("text", "with a ñ, a € and a 😀").append("años", 5);
    return new Document("_id", "an id")
        .append("empty", "")
        .append("int", -7)
        .append("long", Long.MIN_VALUE)
        .append("double", -0.5)
        .append("decimal", new Decimal128(new BigDecimal("12.50")))
        .append("yes", true)
        .append("no", false)
        .append("nothing", null)
        .append("instant", Instant.parse("2020-10-07T09:00:00.123Z"))
        .append("objectId", new ObjectId("5f7d6a2b9c3e4d1f2a0b8c7d"))
        .append("binary", new BinData(BYTES))
        .append("uuid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
        .append("old", LegacyUUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
        .append("pattern", new BsonRegularExpression("^a.*z$", "i"))
        .append("timestamp", new BsonTimestamp(1L << 40))
        .append("script", new BsonJavaScript("return 1"))
        .append("least", MinKey.getInstance())
        .append("greatest", MaxKey.getInstance())
        .append("document", inner)
        .append("emptyDocument", new Document())
        .append("list", IntStream.range(0, 123).boxed().toList())
        .append("mixed", Arrays.asList("a", null, 1, inner, List.of(), List.of(inner)))
        .append("a name that is longer than those which are remembered", 1);
  }

  private static byte[] writtenByTheLibrary(Document document) {
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, buffer);
    return ByteBufUtil.getBytes(buffer);
  }

  @Test
  void writesEveryTypeAsTheLibraryDoes() {
    assertThat(BsonWriter.document(everything())).isEqualTo(writtenByTheLibrary(everything()));
  }

  @Test
  void readsEveryTypeAsTheLibraryDoes() {
    byte[] bytes = writtenByTheLibrary(everything());

    Document read = BsonReader.document(bytes);
    Document readByTheLibrary = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));

    assertThat(writtenByTheLibrary(read)).isEqualTo(bytes);
    // a regular expression equals only itself
    read.remove("pattern");
    readByTheLibrary.remove("pattern");
    assertThat(read).isEqualTo(readByTheLibrary);
  }

  @Test
  void tellsNamesApartThatShareAPlaceInItsMemory() {
    for (int i = 0; i < 5_000; i++) {
      Document document = new Document("field" + i, i).append("Aa" + i, 1).append("BB" + i, 2);

      assertThat(BsonReader.document(BsonWriter.document(document))).isEqualTo(document);
    }
  }

  @Test
  void refusesWhatIsCutShort() {
    byte[] bytes = BsonWriter.document(everything());

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException().isThrownBy(() -> BsonReader.document(cut));
    }
  }

  @Test
  void whateverTheBytesAreItReadsThemOrRefusesThem() {
    Random random = new Random(20201007);
    byte[] bytes = BsonWriter.document(everything());
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        BsonReader.document(damaged);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  /** What stays encoded is kept as it came, so it must be what can be read later. */
  @Test
  void whatIsReadInOutlineIsRefusedAsIfAllOfItWereRead() {
    Random random = new Random(20201021);
    Document all = new Document(everything()).append("all", everything());
    byte[] bytes = BsonWriter.document(all);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int n = random.nextInt(3); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Document whole = orRefused(() -> BsonReader.document(damaged));
      Document outline = orRefused(() -> new BsonReader(damaged, 0, damaged.length).outline());
      assertThat(outline == null).as("damaged %d", i).isEqualTo(whole == null);
      if (whole != null && outline != null) {
        byte[] looked = BsonWriter.document(Encoded.decoded(outline));
        assertThat(Arrays.equals(looked, BsonWriter.document(whole))).as("damaged %d", i).isTrue();
      }
      refused += whole == null ? 1 : 0;
    }
    assertThat(refused).isBetween(1_000, 15_000);
  }

  private static @Nullable Document orRefused(Supplier<Document> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }

  @Test
  void refusesAFieldThatIsThereTwiceWithinAnotherWithoutDecodingIt() {
    for (int fields : new int[] {2, 30, 200}) {
      for (String name : List.of("f%03d", "ñ%03d")) {
        Document inner = new Document();
        IntStream.range(0, fields).forEach(i -> inner.append(name.formatted(i), i));
        byte[] sound = BsonWriter.document(new Document("inner", inner).append("last", 1));
        byte[] twice = sound.clone();
        String last = name.formatted(fields - 1);
        byte[] lastName = last.getBytes(StandardCharsets.UTF_8);
        byte[] first = name.formatted(0).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, twice, placeOf(lastName, twice), first.length);

        assertThat(new BsonReader(sound, 0, sound.length).outline()).containsEntry("last", 1);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new BsonReader(twice, 0, twice.length).outline())
            .withMessageContaining("'" + name.formatted(0) + "' is there twice");
      }
    }
  }

  private static int placeOf(byte[] wanted, byte[] bytes) {
    return IntStream.range(0, bytes.length - wanted.length)
        .filter(at -> Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void looksIntoWhatIsEncoded() {
    Document all = everything();
    Encoded encoded = new Encoded(BsonWriter.document(new Document("x", all).append("y", 2)));

    assertThat(encoded.field(new FieldName("y"))).isEqualTo(2);
    assertThat(encoded.field(new FieldName("z"))).isInstanceOf(Missing.class);
    Encoded inner = (Encoded) Objects.requireNonNull(encoded.field(new FieldName("x")));
    assertThat(inner.field(new FieldName("text"))).isInstanceOf(Missing.class);
    assertThat(inner.field(new FieldName("int"))).isEqualTo(-7);
    assertThat(inner.field(new FieldName("nothing"))).isNull();
    Encoded mixed = (Encoded) Objects.requireNonNull(inner.field(new FieldName("mixed")));
    assertThat(mixed.isList()).isTrue();
    assertThat(mixed.decoded()).isEqualTo(all.get("mixed"));
    assertThat(mixed.elements()).hasSize(6).startsWith("a", null, 1);
    assertThat(inner).isEqualTo(new Encoded(BsonWriter.document(everything())));
    assertThat(inner).hasSameHashCodeAs(new Encoded(BsonWriter.document(everything())));
    assertThat(inner).isNotEqualTo(encoded);
  }

  @Test
  void refusesAFieldThatIsThereTwice() {
    byte[] bytes = BsonWriter.document(new Document("a", 1).append("b", 2));
    bytes[12] = 'a';

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BsonReader.document(bytes))
        .withMessageContaining("'a' is there twice");
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    Document document = new Document();
    for (int i = 1; i < BsonReader.DEEPEST; i++) {
      document = new Document("d", document);
    }
    byte[] deep = BsonWriter.document(document);
    byte[] deeper = BsonWriter.document(new Document("d", document));

    assertThat(BsonReader.document(deep)).isEqualTo(document);
    assertThatIllegalArgumentException().isThrownBy(() -> BsonReader.document(deeper));
    assertThat(BsonWriter.document(new BsonReader(deep, 0, deep.length).outline())).isEqualTo(deep);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BsonReader(deeper, 0, deeper.length).outline());
  }

  @Test
  void refusesANameThatWouldEndEarly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BsonWriter.document(new Document("a\0b", 1)));
  }

  @Test
  void cutsOutTheFieldsThatAreAskedFor() {
    Document all = everything();
    Inclusion inclusion =
        Objects.requireNonNull(Inclusion.of(new Document("document", 1).append("int", true)));

    assertThat(BsonReader.document(inclusion.of(BsonWriter.document(all)).bytes))
        .isEqualTo(
            new Document("_id", "an id").append("int", -7).append("document", all.get("document")));
    assertThat(Inclusion.of(new Document("_id", 0).append("int", 1))).isNotNull();
    assertThat(Inclusion.of(new Document("_id", 0))).isNull();
    assertThat(Inclusion.of(new Document("a.b", 1))).isNull();
    assertThat(Inclusion.of(new Document("a", 0))).isNull();
    assertThat(Inclusion.of(new Document("a", new Document("$slice", 1)))).isNull();
  }
}
