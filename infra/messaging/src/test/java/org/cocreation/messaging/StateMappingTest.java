package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.cocreation.messaging.Seat.SeatId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateMappingTest {

  private final StateMapping mapping = new StateMapping(List.of(ValueTypes.of(SeatId.class)));

  private record Row(
      SeatId id,
      int number,
      long count,
      double share,
      boolean open,
      @Nullable Integer most,
      BigDecimal price,
      Seat.Kind kind,
      Instant since,
      LocalDate day,
      ZoneId zone,
      List<SeatId> seats,
      Set<String> words,
      List<Part> parts,
      Map<Seat.Kind, List<Part>> byKind,
      Map<SeatId, Integer> tallies,
      Map<String, Object> form) {}

  private record Part(String name, @Nullable Part inner) {}

  private static Row row() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("z", "first");
    form.put("a.b", List.of(1, 2.5, true, Map.of("deep", "er")));
    return new Row(
        new SeatId("s.1"),
        7,
        8_000_000_000L,
        0.5,
        true,
        null,
        new BigDecimal("1.50"),
        Seat.Kind.BENCH,
        Instant.parse("2020-02-13T16:30:00.123Z"),
        LocalDate.of(2020, 2, 29),
        ZoneId.of("America/Belize"),
        List.of(new SeatId("x"), new SeatId("y")),
        Set.of("one"),
        List.of(new Part("p", new Part("q", null))),
        Map.of(Seat.Kind.CHAIR, List.of(new Part("r", null))),
        Map.of(new SeatId("with.dot"), 3),
        form);
  }

  @Test
  void readsBackWhatItWrote() {
    assertThat(read(Row.class, written(row()))).isEqualTo(row());
  }

  @Test
  void keepsTheOrderOfAForm() {
    assertThat(read(Row.class, written(row())).form()).containsExactlyEntriesOf(row().form());
  }

  @Test
  void storesSmallValuesAsTextsAndInstantsAsDates() {
    Document stored = written(row());

    assertThat(stored)
        .containsEntry("id", "s.1")
        .containsEntry("kind", "BENCH")
        .containsEntry("day", "2020-02-29")
        .containsEntry("zone", "America/Belize")
        .containsEntry("since", Date.from(row().since()))
        .containsEntry("seats", List.of("x", "y"))
        .containsEntry("tallies", new Document("with\uFF0Edot", 3))
        .doesNotContainKeys("most", "_class");
  }

  @Test
  void meansTheSameTextsInQueries() {
    assertThat(mapping.converter().convertToMongoType(new SeatId("x"))).isEqualTo("x");
    assertThat(mapping.converter().convertToMongoType(LocalDate.of(2020, 2, 29)))
        .isEqualTo("2020-02-29");
    assertThat(mapping.converter().convertToMongoType(Seat.Kind.BENCH)).isEqualTo("BENCH");
    assertThat(mapping.converter().convertToMongoType(ZoneId.of("America/Belize")))
        .isEqualTo("America/Belize");
  }

  @Test
  void passesOverFieldsThatItDoesNotKnow() {
    assertThat(read(Part.class, new Document("later", List.of(1)).append("name", "p")))
        .isEqualTo(new Part("p", null));
  }

  @Test
  void takesWhatWasStoredBeforeAComponentCame() {
    Document old = written(row());
    old.remove("number");
    old.remove("share");
    old.remove("open");

    Row read = read(Row.class, old);

    assertThat(read.number()).isZero();
    assertThat(read.share()).isZero();
    assertThat(read.open()).isFalse();
    assertThat(read.count()).isEqualTo(8_000_000_000L);
  }

  @Test
  void readsFieldsInAnyOrder() {
    Document turned = new Document("inner", new Document("name", "q")).append("name", "p");

    assertThat(read(Part.class, turned)).isEqualTo(new Part("p", new Part("q", null)));
  }

  @Test
  void saysWhichRecordRefusesWhatIsStored() {
    record Strict(String name) {
      @SuppressWarnings("UnusedMethod") // the codec calls it
      Strict {
        if (name.isEmpty()) {
          throw new IllegalArgumentException("a name is missing");
        }
      }
    }

    assertThatThrownBy(() -> read(Strict.class, new Document("name", "")))
        .isInstanceOf(CodecConfigurationException.class)
        .hasMessageContaining("Strict")
        .hasRootCauseMessage("a name is missing");
  }

  @Test
  void refusesAMapWhoseKeysAreNoTexts() {
    record Odd(Map<Integer, String> names) {}

    assertThatThrownBy(() -> mapping.codecs().get(Odd.class))
        .isInstanceOf(CodecConfigurationException.class)
        .hasMessageContaining("key of a stored map");
  }

  private <S> Document written(S state) {
    @SuppressWarnings("unchecked")
    Codec<S> codec = mapping.codecs().get((Class<S>) state.getClass());
    BsonDocument bson = new BsonDocument();
    codec.encode(new BsonDocumentWriter(bson), state, EncoderContext.builder().build());
    return new DocumentCodec()
        .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
  }

  private <S> S read(Class<S> type, Document stored) {
    return mapping
        .codecs()
        .get(type)
        .decode(new BsonDocumentReader(stored.toBsonDocument()), DecoderContext.builder().build());
  }
}
