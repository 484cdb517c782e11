package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.cocreation.portal.services.Certificates;
import org.cocreation.portal.services.Refused;
import org.cocreation.portal.services.Registration;
import org.cocreation.portal.services.Submissions;
import org.cocreation.portal.services.Submissions.NewComment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/**
 * What anybody may see without an account: verification, consultation, the plan, and the trail of
 * each note.
 */
@Controller
class PublicPages {

  private final Registration registration;
  private final Certificates certificates;
  private final Submissions submissions;

  PublicPages(Registration registration, Certificates certificates, Submissions submissions) {
    this.registration = registration;
    this.certificates = certificates;
    this.submissions = submissions;
  }

  @GetMapping("/verify")
  String verify(@RequestParam(required = false) @Nullable String serial, Model model) {
    if (serial != null && !serial.isBlank()) {
      return "redirect:/verify/" + UriUtils.encodePathSegment(serial.strip(), "UTF-8");
    }
    return "verify";
  }

  @GetMapping("/verify/{serial}")
  String verified(@PathVariable String serial, Model model) {
    model.addAttribute("serial", serial);
    model.addAttribute("verification", certificates.verify(serial));
    return "verify";
  }

  @GetMapping("/programmes/{p}/consultation")
  String consultation(@PathVariable("p") String programmeId, Model model) {
    consultation(programmeId, Map.of(), UUID.randomUUID().toString(), model);
    return "consultation";
  }

  @PostMapping("/programmes/{p}/commitments/{c}/comments")
  String comment(
      @PathVariable("p") String programmeId,
      @PathVariable("c") String commitmentId,
      @RequestParam Map<String, String> entered,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    String name = entered.getOrDefault("name", "").strip();
    try {
      submissions.comment(
          commitmentId,
          new NewComment(
              entered.getOrDefault("text", "").strip(),
              name.isEmpty() ? null : name,
              LocaleContextHolder.getLocale().getLanguage()),
          entered.getOrDefault("once", UUID.randomUUID().toString()),
          request.getRemoteAddr());
    } catch (Refused refused) {
      if (refused.status() == 404) {
        throw refused;
      }
      response.setStatus(refused.status());
      model.addAttribute("refusal", refused.problem());
      model.addAttribute("errors", FieldErrors.byField(refused.problem().fields()));
      model.addAttribute("refusedAt", commitmentId);
      consultation(programmeId, entered, UUID.randomUUID().toString(), model);
      return "consultation";
    }
    next.addFlashAttribute("done", "saved.comment");
    return "redirect:/programmes/{p}/consultation";
  }

  @GetMapping("/programmes/{p}/plan")
  String plan(@PathVariable("p") String programmeId, Model model) {
    model.addAttribute("programme", registration.programme(programmeId));
    try {
      model.addAttribute("plan", submissions.plan(programmeId));
    } catch (Refused refused) {
      if (refused.status() != 404) {
        throw refused;
      }
      model.addAttribute("plan", null);
    }
    return "plan";
  }

  @GetMapping("/programmes/{p}/trails")
  String trails(@PathVariable("p") String programmeId, Model model) {
    model.addAttribute("programme", registration.programme(programmeId));
    model.addAttribute("trails", submissions.trails(programmeId));
    return "trails";
  }

  @GetMapping("/trails/{note}")
  String trail(@PathVariable("note") String noteId, Model model) {
    Submissions.Trail trail = submissions.trail(noteId);
    model.addAttribute("trail", trail);
    model.addAttribute("programme", registration.programme(trail.programmeId()));
    return "trail";
  }

  private void consultation(
      String programmeId, Map<String, String> entered, String once, Model model) {
    model.addAttribute("programme", registration.programme(programmeId));
    model.addAttribute("consultation", submissions.consultation(programmeId));
    model.addAttribute("entered", entered);
    model.addAttribute("once", once);
    if (!model.containsAttribute("errors")) {
      model.addAttribute("errors", Map.of());
    }
  }
}
