package org.cocreation.messaging;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Maps of a record as documents, in their order. Keys are strings, enums or what {@link ValueTypes}
 * names; a dot in a key is kept, though a document's field can't have one. Values declared as
 * {@code Object} are texts, numbers, truth values, lists and maps of such.
 */
final class MapCodecs implements CodecProvider {

  private static final char DOT = '.';
  private static final char KEPT_DOT = '\uFF0E';

  private final Map<Class<?>, AsText<?>> texts;

  MapCodecs(Map<Class<?>, AsText<?>> texts) {
    this.texts = texts;
  }

  @Override
  public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
    return get(type, List.of(), registry);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable Codec<T> get(
      Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
    if (type == Object.class) {
      return (Codec<T>) new Anything(registry);
    }
    if (type != Map.class || typeArguments.size() != 2) {
      return null;
    }
    return (Codec<T>)
        new MapCodec(key(typeArguments.get(0)), value(typeArguments.get(1), registry));
  }

  @SuppressWarnings("unchecked")
  private static Codec<Object> value(Type type, CodecRegistry registry) {
    return type instanceof ParameterizedType generic
        ? (Codec<Object>)
            registry.get((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()))
        : (Codec<Object>) registry.get((Class<?>) type);
  }

  private Key key(Type type) {
    if (type == String.class) {
      return new Key(String::valueOf, text -> text);
    }
    AsText<?> text = texts.get(type);
    if (text != null) {
      return new Key(text::text, text::of);
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      Map<String, Object> constants = new LinkedHashMap<>();
      for (Object constant : plain.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
      return new Key(
          constant -> ((Enum<?>) constant).name(),
          name -> {
            Object constant = constants.get(name);
            if (constant == null) {
              throw new CodecConfigurationException(name + " is no " + plain.getName());
            }
            return constant;
          });
    }
    throw new CodecConfigurationException(type + " can't be the key of a stored map");
  }

  private record Key(Function<Object, String> write, Function<String, Object> read) {

    String field(Object key) {
      return write.apply(key).replace(DOT, KEPT_DOT);
    }

    Object of(String field) {
      return read.apply(field.replace(KEPT_DOT, DOT));
    }
  }

  private record MapCodec(Key key, Codec<Object> values) implements Codec<Map<Object, Object>> {

    @Override
    public void encode(BsonWriter writer, Map<Object, Object> map, EncoderContext context) {
      writer.writeStartDocument();
      for (Map.Entry<Object, Object> entry : map.entrySet()) {
        if (entry.getValue() != null) {
          writer.writeName(key.field(entry.getKey()));
          values.encode(writer, entry.getValue(), context);
        }
      }
      writer.writeEndDocument();
    }

    @Override
    public Map<Object, Object> decode(BsonReader reader, DecoderContext context) {
      Map<Object, Object> map = new LinkedHashMap<>();
      reader.readStartDocument();
      BsonType kind = reader.readBsonType();
      while (kind != BsonType.END_OF_DOCUMENT) {
        Object at = key.of(reader.readName());
        if (kind == BsonType.NULL) {
          reader.readNull();
        } else {
          map.put(at, values.decode(reader, context));
        }
        kind = reader.readBsonType();
      }
      reader.readEndDocument();
      return map;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Map<Object, Object>> getEncoderClass() {
      return (Class<Map<Object, Object>>) (Class<?>) Map.class;
    }
  }

  /** A value of which only the stored form tells what it is. */
  private static final class Anything implements Codec<Object> {

    private final CodecRegistry registry;
    private final MapCodec maps = new MapCodec(new Key(String::valueOf, text -> text), this);

    Anything(CodecRegistry registry) {
      this.registry = registry;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void encode(BsonWriter writer, Object value, EncoderContext context) {
      if (value instanceof Map<?, ?> map) {
        maps.encode(writer, (Map<Object, Object>) map, context);
      } else if (value instanceof Iterable<?> list) {
        writer.writeStartArray();
        list.forEach(one -> encode(writer, one, context));
        writer.writeEndArray();
      } else {
        ((Codec<Object>) registry.get(value.getClass())).encode(writer, value, context);
      }
    }

    @Override
    public Object decode(BsonReader reader, DecoderContext context) {
      return switch (reader.getCurrentBsonType()) {
        case STRING -> reader.readString();
        case BOOLEAN -> reader.readBoolean();
        case INT32 -> reader.readInt32();
        case INT64 -> reader.readInt64();
        case DOUBLE -> reader.readDouble();
        case DECIMAL128 -> reader.readDecimal128().bigDecimalValue();
        case DOCUMENT -> maps.decode(reader, context);
        case ARRAY -> {
          List<Object> list = new ArrayList<>();
          reader.readStartArray();
          while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            list.add(decode(reader, context));
          }
          reader.readEndArray();
          yield list;
        }
        default ->
            throw new CodecConfigurationException(
                reader.getCurrentBsonType() + " was not expected in a form");
      };
    }

    @Override
    public Class<Object> getEncoderClass() {
      return Object.class;
    }
  }
}
