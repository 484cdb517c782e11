package org.cocreation.messaging;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.CachingMongoPersistentProperty;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * Maps an aggregate's state to and from the {@code state} part of its document.
 *
 * <p>A component called {@code id} is a field like any other here ({@code state.id}), no class
 * names are written, and a dot in a map's key is kept.
 */
final class StateMapping {

  private final MappingMongoConverter converter;

  StateMapping(List<ValueTypes> valueTypes) {
    MongoCustomConversions conversions = StoredConversions.of(valueTypes);
    MongoMappingContext context = new PlainIds();
    context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    context.afterPropertiesSet();
    converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
    converter.setCustomConversions(conversions);
    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
    converter.setMapKeyDotReplacement("\uFF0E");
    converter.afterPropertiesSet();
  }

  MappingMongoConverter converter() {
    return converter;
  }

  Document write(Object state) {
    Document document = new Document();
    converter.write(state, document);
    return document;
  }

  <S> S read(Class<S> type, Document state) {
    return converter.read(type, state);
  }

  /** Takes no component of a state for the document's id. */
  private static final class PlainIds extends MongoMappingContext {

    @Override
    public MongoPersistentProperty createPersistentProperty(
        Property property, MongoPersistentEntity<?> owner, SimpleTypeHolder simpleTypes) {
      return new CachingMongoPersistentProperty(property, owner, simpleTypes, null) {
        @Override
        public boolean isIdProperty() {
          return false;
        }

        @Override
        public boolean isLanguageProperty() {
          return false;
        }
      };
    }
  }
}
