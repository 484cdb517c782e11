package org.cocreation.portal.access;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Map;
import org.cocreation.portal.PortalProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands {@code /api/<service>/…} on, unchanged, to the service of that name.
 *
 * <p>The caller's own {@code Authorization} header travels; the browser's cookies never do, so a
 * page's session can't be used to act through these routes.
 */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {

  @Bean
  RouterFunction<ServerResponse> routesToServices(PortalProperties properties) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (Map.Entry<String, java.net.URI> service : properties.services().byName().entrySet()) {
      String name = service.getKey();
      routes.add(
          route(name)
              .route(path("/api/" + name + "/**"), http())
              .before(uri(service.getValue()))
              .before(removeRequestHeader(HttpHeaders.COOKIE))
              .onError(ResourceAccessException.class, (failure, request) -> away(name))
              .build());
    }
    return routes.build();
  }

  private static ServerResponse away(String service) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The "
                + service
                + " service can't be reached at the moment. Try again in a few seconds.");
    problem.setTitle("Service away");
    problem.setType(java.net.URI.create("https://cocreation.example/problems/service-away"));
    return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
