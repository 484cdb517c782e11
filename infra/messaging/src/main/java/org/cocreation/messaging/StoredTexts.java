package org.cocreation.messaging;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The domain's small values that are stored as texts: records of one string as that string, dates
 * without a zone as ISO dates.
 *
 * <p>Left to itself the driver would store a {@link LocalDate} as an instant, which no query on
 * days could be read from.
 */
final class StoredTexts {

  private StoredTexts() {}

  static List<AsText<?>> of(List<ValueTypes> valueTypes) {
    List<AsText<?>> texts = new ArrayList<>();
    texts.add(new AsText<>(LocalDate.class, LocalDate::toString, LocalDate::parse));
    texts.add(new AsText<>(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse));
    texts.add(new AsText<>(LocalTime.class, LocalTime::toString, LocalTime::parse));
    texts.add(new AsText<>(ZoneId.class, ZoneId::getId, ZoneId::of));
    texts.add(new AsText<>(URI.class, URI::toString, URI::create));
    Set<Class<? extends Record>> types = new HashSet<>();
    valueTypes.forEach(some -> types.addAll(some.types()));
    types.forEach(type -> texts.add(singleString(type)));
    return texts;
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
}
