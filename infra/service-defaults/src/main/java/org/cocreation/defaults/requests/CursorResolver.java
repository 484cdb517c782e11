package org.cocreation.defaults.requests;

import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills a {@link Cursor} from {@code ?after=&limit=}. */
final class CursorResolver implements HandlerMethodArgumentResolver {

  private static final String EXPECTED_LIMIT = "a whole number from 1 to " + Cursor.MAX_LIMIT;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Cursor.class;
  }

  @Override
  public Cursor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new Cursor(after(request.getParameter("after")), limit(request.getParameter("limit")));
  }

  private static @Nullable String after(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    try {
      return Page.opened(given);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          "after",
          "the \"next\" of the page before",
          "\"after\" is not a place in this list; begin again without it.");
    }
  }

  private static int limit(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return Cursor.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(given);
      if (limit >= 1 && limit <= Cursor.MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // said below, with the field and what was expected
    }
    throw ProblemException.invalid(
        "limit", EXPECTED_LIMIT, "\"limit\" must be " + EXPECTED_LIMIT + ".");
  }
}
