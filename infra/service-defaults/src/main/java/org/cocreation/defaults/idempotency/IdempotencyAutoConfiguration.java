package org.cocreation.defaults.idempotency;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

  private static final int MOST_RELEASES = 1_000;

  @Bean
  FilterRegistrationBean<IdempotencyFilter> defaultsIdempotency(
      @Qualifier("requestMappingHandlerMapping") HandlerMapping handlers,
      MongoTemplate store,
      Clock clock,
      IdempotencySettings settings,
      Problems problems) {
    Answers answers = new Answers(() -> store.getCollection(COLLECTION), clock, settings);
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(
            new IdempotencyFilter(handlers, answers, settings, problems, releases()));
    filter.setOrder(ORDER);
    return filter;
  }

  /** One thread while there is something to do; what is too much ends with its lease. */
  private static Executor releases() {
    ThreadPoolExecutor releases =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_RELEASES),
            work -> {
              Thread thread = new Thread(work, "idempotency-releases");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    releases.allowCoreThreadTimeOut(true);
    return releases;
  }
}
