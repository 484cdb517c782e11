package org.cocreation.messaging;

import com.mongodb.MongoClientSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * How an aggregate's state is stored in its document, and how values are meant in queries on it.
 *
 * <p>A component called {@code id} is a field like any other ({@code state.id}) and no class names
 * are written. Documents go through codecs, because Spring Data's mapping costs three times as much
 * (decision 18); values in queries go through Spring Data with the same texts.
 */
final class StateMapping {

  private final CodecRegistry codecs;
  private final MappingMongoConverter converter;

  StateMapping(List<ValueTypes> valueTypes) {
    List<AsText<?>> texts = StoredTexts.of(valueTypes);
    Map<Class<?>, AsText<?>> byType = new HashMap<>();
    texts.forEach(text -> byType.put(text.type(), text));
    codecs =
        CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(texts.toArray(Codec<?>[]::new)),
            CodecRegistries.fromProviders(new MapCodecs(byType), new RecordCodecs()),
            MongoClientSettings.getDefaultCodecRegistry());

    MongoCustomConversions conversions =
        MongoCustomConversions.create(
            one ->
                one.bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128)
                    .registerConverters(texts));
    MongoMappingContext context = new MongoMappingContext();
    context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    context.afterPropertiesSet();
    converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
    converter.setCustomConversions(conversions);
    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
    converter.afterPropertiesSet();
  }

  /** For documents. */
  CodecRegistry codecs() {
    return codecs;
  }

  /** For queries. */
  MappingMongoConverter converter() {
    return converter;
  }
}
