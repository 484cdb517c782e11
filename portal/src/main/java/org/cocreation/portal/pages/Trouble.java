package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.cocreation.portal.services.Away;
import org.cocreation.portal.services.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Pages for what went wrong: what it means for the person, and what to do next; never a stack
 * trace.
 */
@ControllerAdvice(basePackageClasses = Trouble.class)
class Trouble {

  private static final Logger log = LoggerFactory.getLogger(Trouble.class);

  @ExceptionHandler
  String away(Away away, Model model, HttpServletResponse response) {
    log.warn("{}", away.getMessage());
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    model.addAttribute("kind", "away");
    return "error";
  }

  @ExceptionHandler
  String refused(Refused refused, Model model, HttpServletResponse response) {
    int status = refused.status();
    response.setStatus(status >= 500 ? HttpServletResponse.SC_BAD_GATEWAY : status);
    model.addAttribute("kind", status == 404 ? "unknown" : status == 403 ? "forbidden" : "refused");
    model.addAttribute("refusal", status >= 500 ? null : refused.problem());
    return "error";
  }
}
