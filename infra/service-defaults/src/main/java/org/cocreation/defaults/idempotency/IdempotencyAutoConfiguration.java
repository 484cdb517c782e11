package org.cocreation.defaults.idempotency;

import java.time.Clock;
import org.cocreation.defaults.problems.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.HandlerMapping;

/** {@code @Idempotent}, on the service's own store. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyAutoConfiguration {

  private static final String COLLECTION = "idempotency";

  /** After the security filters (at -100): who asks is part of the key. */
  private static final int ORDER = 0;

  @Bean
  FilterRegistrationBean<IdempotencyFilter> defaultsIdempotency(
      @Qualifier("requestMappingHandlerMapping") HandlerMapping handlers,
      MongoTemplate store,
      Clock clock,
      IdempotencySettings settings,
      Problems problems) {
    Answers answers = new Answers(() -> store.getCollection(COLLECTION), clock, settings);
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(new IdempotencyFilter(handlers, answers, settings, problems));
    filter.setOrder(ORDER);
    return filter;
  }
}
