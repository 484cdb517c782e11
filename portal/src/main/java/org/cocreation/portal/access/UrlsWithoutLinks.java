package org.cocreation.portal.access;

import io.micrometer.common.KeyValue;
import java.util.regex.Pattern;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * What a trace says of a request's address: a personal link opens somebody's page to whoever has
 * it, so its token stays out.
 */
@Component
class UrlsWithoutLinks extends DefaultServerRequestObservationConvention {

  private static final Pattern TOKEN = Pattern.compile("/me/[^/?]+");

  @Override
  protected KeyValue httpUrl(ServerRequestObservationContext context) {
    KeyValue url = super.httpUrl(context);
    return KeyValue.of(url.getKey(), TOKEN.matcher(url.getValue()).replaceAll("/me/…"));
  }
}
