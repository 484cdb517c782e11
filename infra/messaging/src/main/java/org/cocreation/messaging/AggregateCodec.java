package org.cocreation.messaging;

import java.util.HashSet;
import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.cocreation.messaging.AggregateDocuments.Loaded;

/** Reads an aggregate from its document as it comes from the store. */
final class AggregateCodec<S> implements Codec<Loaded<S>> {

  private final Codec<S> states;

  AggregateCodec(Codec<S> states) {
    this.states = states;
  }

  @Override
  public Loaded<S> decode(BsonReader reader, DecoderContext context) {
    String id = "";
    long version = 0;
    S state = null;
    Set<String> seen = Set.of();
    boolean nothingWaits = true;
    reader.readStartDocument();
    BsonType kind = reader.readBsonType();
    while (kind != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case "_id" -> id = reader.readString();
        case "version" ->
            version = kind == BsonType.INT32 ? reader.readInt32() : reader.readInt64();
        case "state" -> state = states.decode(reader, context);
        case "seen" -> seen = seen(reader);
        case "outbox" -> nothingWaits = isEmpty(reader);
        default -> reader.skipValue();
      }
      kind = reader.readBsonType();
    }
    reader.readEndDocument();
    return new Loaded<>(id, version, state, seen, nothingWaits);
  }

  private static Set<String> seen(BsonReader reader) {
    Set<String> seen = new HashSet<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      seen.add(reader.readString());
    }
    reader.readEndArray();
    return seen;
  }

  private static boolean isEmpty(BsonReader reader) {
    boolean empty = true;
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      empty = false;
      reader.skipValue();
    }
    reader.readEndArray();
    return empty;
  }

  /** Never whole: an aggregate is written as a change of its parts. */
  @Override
  public void encode(BsonWriter writer, Loaded<S> value, EncoderContext context) {
    throw new UnsupportedOperationException("an aggregate is only read whole");
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Loaded<S>> getEncoderClass() {
    return (Class<Loaded<S>>) (Class<?>) Loaded.class;
  }
}
