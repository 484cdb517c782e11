package org.cocreation.defaults.requests;

import java.util.List;
import java.util.Locale;
import org.cocreation.defaults.problems.Problems;
import org.cocreation.messaging.SomebodyWaits;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Limits of requests, the parameters that handler methods may take, and the reader's language. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestLimits.class)
class RequestsAutoConfiguration {

  private static final Locale SPANISH = Locale.forLanguageTag("es");

  @Bean
  FilterRegistrationBean<BodyLimitFilter> defaultsBodyLimit(
      RequestLimits limits, Problems problems) {
    FilterRegistrationBean<BodyLimitFilter> filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(limits.body().toBytes(), problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  WebMvcConfigurer defaultsHandlerParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CursorResolver());
        resolvers.add(new IfMatchResolver());
      }
    };
  }

  /** Whoever sent a request waits for its answer. */
  @Bean
  SomebodyWaits somebodyWaits() {
    return () -> RequestContextHolder.getRequestAttributes() != null;
  }

  /** English unless the reader prefers Spanish. */
  @Bean
  @ConditionalOnMissingBean(name = "localeResolver")
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.ENGLISH, SPANISH));
    resolver.setDefaultLocale(Locale.ENGLISH);
    return resolver;
  }
}
