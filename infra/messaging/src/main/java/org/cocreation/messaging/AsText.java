package org.cocreation.messaging;

import java.util.Set;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** A value that is stored as a text: in documents, in the keys of maps and in queries. */
record AsText<T>(Class<T> type, Function<T, String> write, Function<String, T> read)
    implements GenericConverter, Codec<T> {

  String text(Object value) {
    return write.apply(type.cast(value));
  }

  T of(String text) {
    return read.apply(text);
  }

  @Override
  public void encode(BsonWriter writer, T value, EncoderContext context) {
    writer.writeString(write.apply(value));
  }

  @Override
  public T decode(BsonReader reader, DecoderContext context) {
    return read.apply(reader.readString());
  }

  @Override
  public Class<T> getEncoderClass() {
    return type;
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(type, String.class), new ConvertiblePair(String.class, type));
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
    if (source == null) {
      return null;
    }
    return source instanceof String text ? read.apply(text) : text(source);
  }
}
