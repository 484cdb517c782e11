package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cocreation.portal.services.Refused;
import org.cocreation.portal.services.Registration;
import org.cocreation.portal.services.Registration.NewRegistration;
import org.cocreation.portal.services.Registration.Programme;
import org.cocreation.portal.services.Registration.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of programmes, a programme with its registration form, and asking for one's link again.
 */
@Controller
class ProgrammePages {

  private static final String CHOICE = "choice.";

  private final Registration registration;

  ProgrammePages(Registration registration) {
    this.registration = registration;
  }

  @GetMapping("/")
  String home(@RequestParam(required = false) @Nullable String after, Model model) {
    model.addAttribute("programmes", registration.programmes(after));
    return "home";
  }

  @GetMapping("/programmes/{p}")
  String programme(@PathVariable("p") String programmeId, Model model) {
    Programme programme = registration.programme(programmeId);
    Map<String, String> blank = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      blank.put(CHOICE + session.sessionId(), session.online() ? "online" : "venue");
    }
    return form(programme, blank, List.of(), UUID.randomUUID().toString(), model);
  }

  @PostMapping("/programmes/{p}/registrations")
  String register(
      @PathVariable("p") String programmeId,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Programme programme = registration.programme(programmeId);
    Map<String, String> choices = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      if (session.planned()) {
        choices.put(
            session.sessionId(), entered.getOrDefault(CHOICE + session.sessionId(), "none"));
      }
    }
    String organisation = entered.getOrDefault("organisation", "").strip();
    String key = entered.getOrDefault("once", UUID.randomUUID().toString());
    try {
      registration.register(
          programmeId,
          new NewRegistration(
              entered.getOrDefault("name", "").strip(),
              entered.getOrDefault("email", "").strip(),
              organisation.isEmpty() ? null : organisation,
              entered.getOrDefault("sector", ""),
              entered.getOrDefault("district", "").strip(),
              entered.getOrDefault("language", "en"),
              choices),
          key,
          request.getRemoteAddr());
    } catch (Refused refused) {
      if (refused.status() >= 500) {
        throw refused;
      }
      response.setStatus(refused.status());
      model.addAttribute("refusal", refused.problem());
      // A corrected form is another request, so it gets a key of its own.
      return form(
          programme, entered, refused.problem().fields(), UUID.randomUUID().toString(), model);
    }
    return "redirect:/programmes/{p}/registered";
  }

  @GetMapping("/programmes/{p}/registered")
  String registered(@PathVariable("p") String programmeId, Model model) {
    model.addAttribute("programme", registration.programme(programmeId));
    return "registered";
  }

  @PostMapping("/programmes/{p}/links")
  String sendLink(
      @PathVariable("p") String programmeId,
      @RequestParam String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      registration.sendLink(programmeId, email.strip(), request.getRemoteAddr());
    } catch (Refused refused) {
      if (refused.status() == HttpStatus.NOT_FOUND.value()) {
        throw refused;
      }
      response.setStatus(refused.status());
      model.addAttribute("refusal", refused.problem());
      Programme programme = registration.programme(programmeId);
      return form(programme, Map.of(), List.of(), UUID.randomUUID().toString(), model);
    }
    return "redirect:/programmes/{p}/registered";
  }

  private static String form(
      Programme programme,
      Map<String, String> entered,
      List<Refused.FieldError> errors,
      String once,
      Model model) {
    model.addAttribute("programme", programme);
    model.addAttribute("entered", entered);
    model.addAttribute("errors", FieldErrors.byField(errors));
    model.addAttribute("once", once);
    return "programme";
  }
}
