package org.cocreation.defaults.requests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills an {@link IfMatch} from the header. */
final class IfMatchResolver implements HandlerMethodArgumentResolver {

  /** A weak tag is taken too: a proxy that compresses weakens tags. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-?gzip)?\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public IfMatch resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String given = request.getHeader(HttpHeaders.IF_MATCH);
    if (given == null) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "version-needed",
          "Send the ETag of what you read as If-Match, so that nobody's change is overwritten.");
    }
    Matcher tag = TAG.matcher(given.trim());
    if (!tag.matches()) {
      throw ProblemException.invalid(
          HttpHeaders.IF_MATCH,
          "the ETag of what you read, for instance \"3\"",
          "If-Match is not an ETag of this service; read it again and send its ETag.");
    }
    return new IfMatch(Long.parseLong(tag.group(1)));
  }
}
