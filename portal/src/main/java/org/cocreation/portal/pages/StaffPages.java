package org.cocreation.portal.pages;

import java.util.Optional;
import java.util.function.Supplier;
import org.cocreation.portal.services.Attendances;
import org.cocreation.portal.services.Away;
import org.cocreation.portal.services.Caller;
import org.cocreation.portal.services.Deliveries;
import org.cocreation.portal.services.Refused;
import org.cocreation.portal.services.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What staff see after signing in: the programmes, and for each who registered, which sessions are
 * closed, what mail went out.
 */
@Controller
@RequestMapping("/staff")
class StaffPages {

  private final Registration registration;
  private final Attendances attendances;
  private final Deliveries deliveries;

  StaffPages(Registration registration, Attendances attendances, Deliveries deliveries) {
    this.registration = registration;
    this.attendances = attendances;
    this.deliveries = deliveries;
  }

  @GetMapping
  String staff(@AuthenticationPrincipal OidcUser user, Model model) {
    model.addAttribute("user", user);
    model.addAttribute("programmes", registration.programmes(null));
    return "staff";
  }

  @GetMapping("/programmes/{p}")
  String programme(
      @PathVariable("p") String programmeId,
      @RequestParam(required = false) @Nullable String after,
      @RegisteredOAuth2AuthorizedClient("platform") OAuth2AuthorizedClient client,
      Model model) {
    Caller staff = Caller.staff(client.getAccessToken().getTokenValue());
    model.addAttribute("programme", registration.programme(programmeId));
    model.addAttribute(
        "registrations",
        ifAllowed(() -> registration.registrations(staff, programmeId, after)).orElse(null));
    model.addAttribute(
        "sheets", ifAllowed(() -> attendances.sessions(staff, programmeId)).orElse(null));
    model.addAttribute(
        "deliveries", ifAllowed(() -> deliveries.newest(staff, programmeId)).orElse(null));
    return "staff-programme";
  }

  /**
   * A part of the page: empty where the role does not reach or the service is away or has not heard
   * of it yet.
   */
  private static <T> Optional<T> ifAllowed(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (Away away) {
      return Optional.empty();
    } catch (Refused refused) {
      if (refused.status() == 403 || refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
