package org.cocreation.defaults.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.problems.Problem;
import org.cocreation.defaults.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows a personal link: {@code Authorization: PersonalLink <token>}. */
final class PersonalLinkFilter extends OncePerRequestFilter {

  static final String SCHEME = "PersonalLink";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Problem UNKNOWN =
      Problem.of(
          HttpStatus.NOT_FOUND,
          "link-not-valid",
          "This personal link is not valid; it may have been replaced. Ask for a new one on the"
              + " programme's page.");

  private final PersonalLinks links;
  private final Problems problems;
  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  PersonalLinkFilter(PersonalLinks links, Problems problems) {
    this.links = links;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null
        || !(header.equalsIgnoreCase(SCHEME)
            || header.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).trim();
    Optional<LinkHolder> holder;
    try {
      holder =
          TOKEN.matcher(token).matches()
              ? links.holderOf(PersonalLinks.hashOf(token))
              : Optional.empty();
    } catch (RuntimeException e) {
      problems.write(problems.of(e), response);
      return;
    }
    if (holder.isEmpty()) {
      problems.write(UNKNOWN, response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PersonalLinkAuthentication(holder.get()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    chain.doFilter(request, response);
  }
}
