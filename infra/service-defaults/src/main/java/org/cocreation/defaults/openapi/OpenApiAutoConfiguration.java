package org.cocreation.defaults.openapi;

import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.LinkHolder;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.Jwt;

/** Adds to each service's OpenAPI document what holds for all. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class OpenApiAutoConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Cursor.class, IfMatch.class, LinkHolder.class, Jwt.class);
  }

  @Bean
  GlobalOpenApiCustomizer defaultsOpenApi(Environment environment) {
    return new SharedDescription(environment.getProperty("spring.application.name", "service"));
  }

  @Bean
  GlobalOperationCustomizer defaultsOpenApiOperations() {
    return new HandlerParameters();
  }
}
