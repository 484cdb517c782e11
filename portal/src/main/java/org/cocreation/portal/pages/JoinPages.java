package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cocreation.portal.services.Caller;
import org.cocreation.portal.services.Registration;
import org.cocreation.portal.services.Registration.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The personal join link: leads to the room while it is open; before that a page that waits and
 * goes there by itself, without JavaScript; afterwards a page that says what can still be done.
 *
 * <p>Whoever only looks, such as a program that checks the links of an e-mail by HEAD or fetches
 * ahead, is not noted as somebody who went there.
 */
@Controller
class JoinPages {

  private static final Duration SOONEST = Duration.ofSeconds(5);
  private static final Duration LATEST = Duration.ofMinutes(1);

  private final Registration registration;
  private final Clock clock;

  JoinPages(Registration registration, Optional<Clock> clock) {
    this.registration = registration;
    this.clock = clock.orElseGet(Clock::systemUTC);
  }

  @GetMapping("/me/{token}/join/{session}")
  @Nullable String join(
      @PathVariable String token,
      @PathVariable String session,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("X-Robots-Tag", "noindex");
    Caller person = Caller.holding(token);
    Opening opening =
        onlyLooking(request)
            ? registration.lookAtOpening(person, session)
            : registration.open(person, session);
    String room = opening.roomUrl();
    if (opening.state().equals("open") && room != null && webAddress(room)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, room);
      return null;
    }
    model.addAttribute("token", token);
    model.addAttribute("opening", opening);
    if (opening.state().equals("too-early")) {
      model.addAttribute("refresh", refresh(opening));
    }
    return "join";
  }

  /** In how many seconds to look again: when it opens, but at least once a minute. */
  private long refresh(Opening opening) {
    Duration left = Duration.between(clock.instant(), opening.opensAt()).plusSeconds(1);
    Duration wait = left.compareTo(LATEST) > 0 ? LATEST : left;
    return (wait.compareTo(SOONEST) < 0 ? SOONEST : wait).toSeconds();
  }

  private static boolean onlyLooking(HttpServletRequest request) {
    String purpose =
        request.getHeader("Sec-Purpose") == null
            ? request.getHeader("Purpose")
            : request.getHeader("Sec-Purpose");
    return request.getMethod().equals("HEAD")
        || (purpose != null && purpose.toLowerCase(Locale.ROOT).contains("prefetch"));
  }

  /** Never sends a browser anywhere but to a web address, whatever it was told. */
  private static boolean webAddress(String address) {
    try {
      URI uri = URI.create(address);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
