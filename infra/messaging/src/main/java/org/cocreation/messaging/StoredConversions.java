package org.cocreation.messaging;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.util.ReflectionUtils;

/**
 * How the domain's small values are stored: records of one string as strings, dates without a zone
 * as ISO strings.
 *
 * <p>Left to itself the mapping would store a {@link LocalDate} as an instant in the machine's
 * zone, so that a document read on another machine could show another day.
 */
final class StoredConversions {

  private StoredConversions() {}

  static MongoCustomConversions of(List<ValueTypes> valueTypes) {
    List<GenericConverter> converters = new ArrayList<>();
    converters.add(new AsText<>(LocalDate.class, LocalDate::toString, LocalDate::parse));
    converters.add(
        new AsText<>(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse));
    converters.add(new AsText<>(LocalTime.class, LocalTime::toString, LocalTime::parse));
    converters.add(new AsText<>(URI.class, URI::toString, URI::create));
    Set<Class<? extends Record>> types = new HashSet<>();
    valueTypes.forEach(some -> types.addAll(some.types()));
    types.forEach(type -> converters.add(singleString(type)));
    return MongoCustomConversions.create(
        conversions ->
            conversions
                .bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128)
                .registerConverters(converters));
  }

  private static <T extends Record> AsText<T> singleString(Class<T> type) {
    Method accessor = type.getRecordComponents()[0].getAccessor();
    ReflectionUtils.makeAccessible(accessor);
    Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
    ReflectionUtils.makeAccessible(constructor);
    return new AsText<>(
        type,
        value -> String.valueOf(ReflectionUtils.invokeMethod(accessor, value)),
        text -> BeanUtils.instantiateClass(constructor, text));
  }

  private record AsText<T>(Class<T> type, Function<T, String> write, Function<String, T> read)
      implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(
          new ConvertiblePair(type, String.class), new ConvertiblePair(String.class, type));
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      if (source == null) {
        return null;
      }
      return source instanceof String text ? read.apply(text) : write.apply(type.cast(source));
    }
  }
}
