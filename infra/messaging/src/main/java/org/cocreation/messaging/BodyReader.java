package org.cocreation.messaging;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads bodies of one type, and holds them to what their record promises: in {@code @NullMarked}
 * code a component that is not {@code @Nullable} is there.
 */
final class BodyReader<B> {

  private static final Map<Class<?>, List<Required>> REQUIRED = new ConcurrentHashMap<>();

  private final Class<B> type;
  private final ObjectReader reader;

  BodyReader(Class<B> type) {
    this.type = type;
    this.reader = WireJson.MAPPER.readerFor(type);
  }

  /**
   * The body.
   *
   * @throws BadRecordException when it is not what the consumer can read; the message holds no part
   *     of the value
   */
  B read(byte[] json) {
    Object read;
    try {
      read = reader.readValue(json);
    } catch (JacksonException | StackOverflowError unreadable) {
      throw new BadRecordException(Reason.UNREADABLE_BODY, where(unreadable));
    }
    if (read == null) {
      throw new BadRecordException(Reason.UNREADABLE_BODY, "the body is null");
    }
    check(read, "");
    return type.cast(read);
  }

  /**
   * Where in the text and in the record, in our own words: the parser's could repeat a part of the
   * value.
   */
  private static String where(Throwable unreadable) {
    if (!(unreadable instanceof JacksonException json)) {
      return "nested too deeply";
    }
    StringBuilder where = new StringBuilder("not the JSON expected");
    if (json.getLocation() != null) {
      where.append(", at line ").append(json.getLocation().getLineNr());
      where.append(", column ").append(json.getLocation().getColumnNr());
    }
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference part : json.getPath()) {
      if (part.getPropertyName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
      }
    }
    return path.isEmpty() ? where.toString() : where.append(", in ").append(path).toString();
  }

  private static void check(Object value, String path) {
    if (value instanceof Record) {
      for (Required component :
          REQUIRED.computeIfAbsent(value.getClass(), BodyReader::requiredOf)) {
        Object part = ReflectionUtils.invokeMethod(component.component.getAccessor(), value);
        String at =
            path.isEmpty()
                ? component.component.getName()
                : path + "." + component.component.getName();
        if (part == null) {
          if (component.present) {
            throw new BadRecordException(Reason.UNREADABLE_BODY, at + " is missing");
          }
        } else if (component.deep) {
          check(part, at);
        }
      }
    } else if (value instanceof Collection<?> many) {
      int i = 0;
      for (Object one : many) {
        String at = path + "[" + i++ + "]";
        if (one == null) {
          throw new BadRecordException(Reason.UNREADABLE_BODY, at + " is null");
        }
        check(one, at);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) -> {
            if (one != null) {
              check(one, path + "[]");
            }
          });
    }
  }

  private static List<Required> requiredOf(Class<?> type) {
    List<Required> required = new ArrayList<>();
    boolean promises = isNullMarked(type);
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType().isPrimitive()) {
        continue;
      }
      AnnotatedType annotated = component.getAnnotatedType();
      boolean present = promises && !annotated.isAnnotationPresent(Nullable.class);
      boolean deep = isDeep(component.getGenericType());
      if (present || deep) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        required.add(new Required(component, present, deep));
      }
    }
    return required;
  }

  private static boolean isDeep(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isRecord();
    }
    return type instanceof ParameterizedType;
  }

  private static boolean isNullMarked(Class<?> type) {
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      if (outer.isAnnotationPresent(NullMarked.class)) {
        return true;
      }
    }
    return type.getPackage() != null && type.getPackage().isAnnotationPresent(NullMarked.class);
  }

  private record Required(RecordComponent component, boolean present, boolean deep) {}
}
