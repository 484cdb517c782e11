package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cocreation.portal.services.Attendances;
import org.cocreation.portal.services.Attendances.Desk;
import org.cocreation.portal.services.Attendances.Import;
import org.cocreation.portal.services.Attendances.Sheet;
import org.cocreation.portal.services.Caller;
import org.cocreation.portal.services.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A coordinator's work on the attendance of one session: send the lists, see what they would give,
 * say who was meant where nobody can know, correct, and close (rule 4 of the domain). Everything is
 * the attendance service's; the pages only show and ask.
 */
@Controller
@RequestMapping("/staff/programmes/{p}/sessions/{s}")
class AttendancePages {

  private static final String DESK = "desk";
  private static final String SESSION = "redirect:/staff/programmes/{p}/sessions/{s}";
  private static final String IMPORT = SESSION + "/imports/{i}";

  /** What is said of an observation otherwise than by whom it shows; each stands alone. */
  private static final List<String> NO_PERSON = List.of("staff", "nobody", "withdraw");

  private final Attendances attendances;

  AttendancePages(Attendances attendances) {
    this.attendances = attendances;
  }

  /** Everything here is done by who is signed in, for one session, and shown to nobody else. */
  @ModelAttribute(DESK)
  Desk desk(
      @PathVariable("p") String programmeId,
      @PathVariable("s") String sessionId,
      @RegisteredOAuth2AuthorizedClient("platform") OAuth2AuthorizedClient client,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return new Desk(Caller.staff(client.getAccessToken().getTokenValue()), programmeId, sessionId);
  }

  @GetMapping
  String session(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    Sheet sheet = attendances.sheet(desk, after);
    model.addAttribute("sheet", sheet);
    model.addAttribute("closing", attendances.closing(desk));
    model.addAttribute("imports", attendances.imports(desk));
    model.addAttribute("undecided", attendances.undecided(desk));
    model.addAttribute(
        "aside",
        Stream.of("nobody", "staff")
            .flatMap(state -> attendances.observations(desk, state).stream())
            .toList());
    if (sheet.session().status().equals("closing")) {
      model.addAttribute("refresh", "3");
    }
    return "staff-session";
  }

  @PostMapping("/imports")
  String upload(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @RequestParam(required = false) @Nullable MultipartFile file,
      RedirectAttributes next)
      throws IOException {
    if (file == null || file.isEmpty()) {
      next.addFlashAttribute("missing", "attendance.noFile");
      return SESSION;
    }
    try {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("list");
      Import read = attendances.read(desk, name, file.getBytes());
      next.addAttribute("i", read.importId());
      return IMPORT;
    } catch (Refused refused) {
      return refused(refused, next, SESSION);
    }
  }

  @GetMapping("/imports/{i}")
  String preview(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("i") String importId,
      Model model) {
    Import found = attendances.find(desk, importId);
    model.addAttribute("file", found);
    model.addAttribute("closing", attendances.closing(desk));
    if (found.atWork()) {
      model.addAttribute("refresh", "2");
    }
    return "staff-import";
  }

  @PostMapping("/imports/{i}/acceptance")
  String accept(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("i") String importId,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    return then(
        next, "attendance.accepted", IMPORT, () -> attendances.accept(desk, importId, reason));
  }

  @PostMapping("/imports/{i}/undo")
  String undo(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("i") String importId,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    return then(next, "attendance.undone", IMPORT, () -> attendances.undo(desk, importId, reason));
  }

  @PostMapping("/imports/{i}/removal")
  String letGo(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("i") String importId,
      RedirectAttributes next) {
    return then(next, "attendance.letGo", SESSION, () -> attendances.letGo(desk, importId));
  }

  /**
   * Says who an observation is.
   *
   * @param who registration ids; or {@code staff}, {@code nobody}, or {@code withdraw} to take back
   *     what was said before
   */
  @PostMapping("/observations/{o}")
  String decide(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("o") String observationId,
      @RequestParam(required = false) @Nullable List<String> who,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    List<String> chosen =
        who == null ? List.of() : who.stream().filter(one -> !one.isBlank()).toList();
    if (chosen.isEmpty() || (chosen.size() > 1 && chosen.stream().anyMatch(this::isNoPerson))) {
      next.addFlashAttribute("missing", "attendance.noChoice");
      return SESSION;
    }
    boolean noPerson = isNoPerson(chosen.get(0));
    return then(
        next,
        "attendance.decided",
        SESSION,
        () ->
            attendances.decide(
                desk,
                observationId,
                noPerson ? chosen.get(0) : "match",
                noPerson ? List.of() : chosen,
                reason));
  }

  private boolean isNoPerson(String choice) {
    return NO_PERSON.contains(choice);
  }

  /**
   * Puts a coordinator's word above the evidence.
   *
   * @param mark {@code venue}, {@code online}, {@code absent}, or {@code none} to take it back
   */
  @PostMapping("/marks/{r}")
  String mark(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @PathVariable("r") String registrationId,
      @RequestParam String mark,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    return then(
        next,
        "attendance.marked",
        SESSION,
        () -> {
          if (mark.equals("none")) {
            attendances.withdrawMark(desk, registrationId, reason);
          } else {
            boolean attended = !mark.equals("absent");
            attendances.mark(desk, registrationId, attended, mark, reason);
          }
        });
  }

  @PostMapping("/closing")
  String close(
      @ModelAttribute(name = DESK, binding = false) Desk desk,
      @RequestParam(required = false) @Nullable String acknowledged,
      RedirectAttributes next) {
    return then(
        next, "attendance.closed", SESSION, () -> attendances.close(desk, acknowledged != null));
  }

  private static String then(RedirectAttributes next, String done, String where, Runnable change) {
    try {
      change.run();
      next.addFlashAttribute("done", done);
      return where;
    } catch (Refused refused) {
      return refused(refused, next, where);
    }
  }

  private static String refused(Refused refused, RedirectAttributes next, String where) {
    if (refused.status() == 404 || refused.status() == 403 || refused.status() >= 500) {
      throw refused;
    }
    next.addFlashAttribute("refusal", refused.problem());
    return where;
  }
}
