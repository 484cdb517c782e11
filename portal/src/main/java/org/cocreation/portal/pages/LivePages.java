package org.cocreation.portal.pages;

import org.cocreation.portal.live.Progress;
import org.cocreation.portal.live.Viewers;
import org.cocreation.portal.services.Registration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live page of a programme; without JavaScript it shows the counts of the moment at which it
 * was opened.
 */
@Controller
class LivePages {

  private final Registration registration;
  private final Progress progress;
  private final Viewers viewers;

  LivePages(Registration registration, Progress progress, Viewers viewers) {
    this.registration = registration;
    this.progress = progress;
    this.viewers = viewers;
  }

  @GetMapping("/programmes/{p}/live")
  String live(@PathVariable("p") String programmeId, Model model) {
    model.addAttribute("programme", registration.programme(programmeId));
    model.addAttribute("counts", progress.of(programmeId));
    return "live";
  }

  @GetMapping(path = "/programmes/{p}/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  SseEmitter events(@PathVariable("p") String programmeId) {
    return viewers
        .watch(programmeId)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "As many people are watching as may; reload the page later."));
  }
}
