package org.cocreation.messaging;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Records as documents, straight to BSON and from it: a component is a field of its name, one that
 * is null is left out, a field that no component has is passed over, and a component that has no
 * field is null (a primitive one zero or false).
 *
 * <p>The driver's own codec of records does nearly this; but it can't see records that are not
 * public, as a storage room's own are, and refuses a document that lacks a primitive component, as
 * every document does that was stored before the component came.
 */
final class RecordCodecs implements CodecProvider {

  @Override
  public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
    return get(type, List.of(), registry);
  }

  @Override
  public <T> @Nullable Codec<T> get(
      Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
    return type.isRecord() ? new RecordCodec<>(type, registry) : null;
  }

  private static final class RecordCodec<R> implements Codec<R> {

    private final Class<R> type;
    private final Constructor<R> constructor;
    private final Component[] components;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable Object[] nothing;

    RecordCodec(Class<R> type, CodecRegistry registry) {
      this.type = type;
      RecordComponent[] declared = type.getRecordComponents();
      components = new Component[declared.length];
      nothing = new Object[declared.length];
      Class<?>[] types = new Class<?>[declared.length];
      for (int i = 0; i < declared.length; i++) {
        types[i] = declared[i].getType();
        components[i] = new Component(declared[i], codec(declared[i].getGenericType(), registry));
        places.put(components[i].name, i);
        nothing[i] = zero(types[i]);
      }
      try {
        constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new CodecConfigurationException(type + " has no canonical constructor", e);
      }
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> codec(Type component, CodecRegistry registry) {
      if (component instanceof Class<?> plain) {
        return (Codec<Object>) registry.get(MethodType.methodType(plain).wrap().returnType());
      }
      if (component instanceof ParameterizedType generic) {
        return (Codec<Object>)
            registry.get(
                (Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()));
      }
      throw new CodecConfigurationException(component + " can't be stored");
    }

    private static @Nullable Object zero(Class<?> type) {
      // An array's elements begin as what a primitive is when nobody has said otherwise.
      return type.isPrimitive()
          ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
          : null;
    }

    @Override
    public void encode(BsonWriter writer, R value, EncoderContext context) {
      writer.writeStartDocument();
      for (Component component : components) {
        Object part = component.of(value);
        if (part != null) {
          writer.writeName(component.name);
          component.codec.encode(writer, part, context);
        }
      }
      writer.writeEndDocument();
    }

    @Override
    public R decode(BsonReader reader, DecoderContext context) {
      @Nullable Object[] parts = Arrays.copyOf(nothing, nothing.length);
      reader.readStartDocument();
      int next = 0;
      BsonType kind = reader.readBsonType();
      while (kind != BsonType.END_OF_DOCUMENT) {
        int place = place(reader.readName(), next);
        if (place < 0) {
          reader.skipValue();
        } else if (kind == BsonType.NULL) {
          reader.readNull();
        } else {
          parts[place] = components[place].codec.decode(reader, context);
          next = place + 1;
        }
        kind = reader.readBsonType();
      }
      reader.readEndDocument();
      return made(parts);
    }

    /** Fields mostly come in the order of the components. */
    private int place(String name, int next) {
      if (next < components.length && components[next].name.equals(name)) {
        return next;
      }
      return places.getOrDefault(name, -1);
    }

    private R made(@Nullable Object[] parts) {
      try {
        return constructor.newInstance(parts);
      } catch (InvocationTargetException refused) {
        throw new CodecConfigurationException(
            "What is stored is no " + type.getName(), refused.getCause());
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        throw new CodecConfigurationException("What is stored is no " + type.getName(), e);
      }
    }

    @Override
    public Class<R> getEncoderClass() {
      return type;
    }
  }

  private static final class Component {

    private final String name;
    private final Method accessor;
    private final Codec<Object> codec;

    Component(RecordComponent declared, Codec<Object> codec) {
      name = declared.getName();
      accessor = declared.getAccessor();
      accessor.setAccessible(true);
      this.codec = codec;
    }

    @Nullable Object of(Object value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new CodecConfigurationException(name + " of " + value.getClass().getName(), e);
      }
    }
  }
}
