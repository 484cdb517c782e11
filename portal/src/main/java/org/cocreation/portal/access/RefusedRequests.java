package org.cocreation.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the portal itself says of a request that nobody takes: a page to a browser, and to a program
 * a problem as the services write it (RFC 9457).
 */
@Controller
class RefusedRequests extends BasicErrorController {

  RefusedRequests(ErrorAttributes attributes, WebProperties web, List<ErrorViewResolver> pages) {
    super(attributes, web.getError(), pages);
  }

  @Override
  @RequestMapping
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    HttpStatus status = getStatus(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type", "about:blank",
                "title", status.getReasonPhrase(),
                "status", status.value(),
                "detail", detail(status)));
  }

  private static String detail(HttpStatus status) {
    if (status == HttpStatus.NOT_FOUND) {
      return "There is nothing at this address.";
    }
    return status.is4xxClientError()
        ? "The request could not be understood; check its address and headers."
        : "Something went wrong on our side; try again in a minute.";
  }
}
