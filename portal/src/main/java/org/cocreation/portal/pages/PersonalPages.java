package org.cocreation.portal.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cocreation.portal.services.Away;
import org.cocreation.portal.services.Caller;
import org.cocreation.portal.services.Certificates;
import org.cocreation.portal.services.Refused;
import org.cocreation.portal.services.Registration;
import org.cocreation.portal.services.Registration.Mine;
import org.cocreation.portal.services.Registration.Session;
import org.cocreation.portal.services.Services.Versioned;
import org.cocreation.portal.services.Submissions;
import org.cocreation.portal.services.Submissions.Note;
import org.cocreation.portal.services.Submissions.NoteText;
import org.cocreation.portal.services.Submissions.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind a personal link: places, certificate, concept notes and what became of them.
 *
 * <p>The link's token is the whole key to it, so these pages are never cached, never send a
 * referrer, and show it to nobody. A service that is away costs its part of the page only.
 */
@Controller
@RequestMapping("/me/{token}")
class PersonalPages {

  private static final String HOME = "redirect:/me/{token}";

  private final Registration registration;
  private final Certificates certificates;
  private final Submissions submissions;

  PersonalPages(Registration registration, Certificates certificates, Submissions submissions) {
    this.registration = registration;
    this.certificates = certificates;
    this.submissions = submissions;
  }

  @ModelAttribute
  void keepPrivate(@PathVariable String token, Model model, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("X-Robots-Tag", "noindex");
    model.addAttribute("token", token);
  }

  @GetMapping
  String page(@PathVariable String token, Model model) {
    Caller person = Caller.holding(token);
    Versioned<Mine> mine = registration.mine(person);
    model.addAttribute("mine", mine.body());
    model.addAttribute("etag", mine.etag());
    model.addAttribute("online", heldOnline(mine.body().programme().programmeId()));
    model.addAttribute("completion", whenKnown(() -> certificates.mine(person)).orElse(null));
    model.addAttribute("notes", whenKnown(() -> submissions.notes(person)).orElse(null));
    return "me";
  }

  @PostMapping("/choices")
  String choose(
      @PathVariable String token,
      @RequestParam Map<String, String> entered,
      RedirectAttributes next) {
    Map<String, String> choices = new LinkedHashMap<>();
    entered.forEach(
        (name, value) -> {
          if (name.startsWith("choice.")) {
            choices.put(name.substring("choice.".length()), value);
          }
        });
    return then(
        next,
        "saved.choices",
        () -> registration.choose(Caller.holding(token), choices, entered.get("etag")));
  }

  @PostMapping("/cancellation")
  String cancel(@PathVariable String token, RedirectAttributes next) {
    return then(next, "saved.cancelled", () -> registration.cancel(Caller.holding(token)));
  }

  @PostMapping("/link")
  String replaceLink(@PathVariable String token, Model model) {
    Mine mine = registration.mine(Caller.holding(token)).body();
    registration.replaceLink(Caller.holding(token));
    model.addAttribute("programme", mine.programme());
    return "registered";
  }

  @GetMapping("/calendar.ics")
  ResponseEntity<byte[]> calendar(@PathVariable String token) {
    return file(registration.calendar(Caller.holding(token)), "text/calendar", "sessions.ics");
  }

  @GetMapping("/certificate.pdf")
  ResponseEntity<byte[]> certificate(@PathVariable String token) {
    return file(
        certificates.pdf(Caller.holding(token)),
        MediaType.APPLICATION_PDF_VALUE,
        "certificate.pdf");
  }

  @GetMapping("/notes/new")
  String newNote(@PathVariable String token, Model model) {
    Mine mine = registration.mine(Caller.holding(token)).body();
    return form(mine, null, Map.of(), List.of(), false, null, UUID.randomUUID().toString(), model);
  }

  @PostMapping("/notes")
  String draft(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> entered,
      Model model,
      RedirectAttributes next) {
    String key =
        Optional.ofNullable(entered.getFirst("once")).orElseGet(() -> UUID.randomUUID().toString());
    try {
      Note note = submissions.draft(Caller.holding(token), text(entered), key);
      return saved(token, entered, note, next);
    } catch (Refused refused) {
      return again(token, null, entered, null, refused, model);
    }
  }

  @GetMapping("/notes/{note}")
  String note(@PathVariable String token, @PathVariable("note") String noteId, Model model) {
    Caller person = Caller.holding(token);
    Versioned<Note> note = submissions.note(person, noteId);
    Mine mine = registration.mine(person).body();
    if (!note.body().draft()) {
      model.addAttribute("mine", mine);
      model.addAttribute("note", note.body());
      model.addAttribute("template", submissions.template(mine.programme().programmeId()));
      return "note";
    }
    return form(
        mine,
        note.body(),
        note.body().content(),
        note.body().policyAreas(),
        note.body().showAuthor(),
        note.etag(),
        "",
        model);
  }

  @PostMapping("/notes/{note}")
  String revise(
      @PathVariable String token,
      @PathVariable("note") String noteId,
      @RequestParam MultiValueMap<String, String> entered,
      Model model,
      RedirectAttributes next) {
    String etag = Optional.ofNullable(entered.getFirst("etag")).orElse("");
    try {
      Note note = submissions.revise(Caller.holding(token), noteId, text(entered), etag).body();
      return saved(token, entered, note, next);
    } catch (Refused refused) {
      return again(token, noteId, entered, etag, refused, model);
    }
  }

  @PostMapping("/notes/{note}/withdrawal")
  String withdraw(
      @PathVariable String token, @PathVariable("note") String noteId, RedirectAttributes next) {
    return then(next, "saved.withdrawn", () -> submissions.withdraw(Caller.holding(token), noteId));
  }

  /** After a draft is safe it is submitted, if that is what the person asked for. */
  private String saved(
      String token, MultiValueMap<String, String> entered, Note note, RedirectAttributes next) {
    if (entered.getFirst("submit") != null) {
      try {
        submissions.submit(Caller.holding(token), note.noteId());
        next.addFlashAttribute("done", "saved.submitted");
        return HOME;
      } catch (Refused refused) {
        next.addFlashAttribute("refusal", refused.problem());
        next.addFlashAttribute("errors", FieldErrors.byField(refused.problem().fields()));
      }
    } else {
      next.addFlashAttribute("done", "saved.draft");
    }
    return "redirect:/me/{token}/notes/" + note.noteId();
  }

  /** Shows the form again with what was typed: nothing that a person wrote is lost. */
  private String again(
      String token,
      @Nullable String noteId,
      MultiValueMap<String, String> entered,
      @Nullable String etag,
      Refused refused,
      Model model) {
    if (refused.status() == 404) {
      throw refused;
    }
    Mine mine = registration.mine(Caller.holding(token)).body();
    NoteText text = text(entered);
    Note note = null;
    String current = etag;
    if (noteId != null) {
      Versioned<Note> stored = submissions.note(Caller.holding(token), noteId);
      note = stored.body();
      // After a conflict the person has seen the warning, and saving again is a decision.
      current = stored.etag();
    }
    model.addAttribute("refusal", refused.problem());
    model.addAttribute("errors", FieldErrors.byField(refused.problem().fields()));
    return form(
        mine,
        note,
        text.content(),
        text.policyAreas(),
        text.showAuthor(),
        current,
        UUID.randomUUID().toString(),
        model);
  }

  private String form(
      Mine mine,
      @Nullable Note note,
      Map<String, String> content,
      List<String> areas,
      boolean showAuthor,
      @Nullable String etag,
      String once,
      Model model) {
    Template template = submissions.template(mine.programme().programmeId());
    Map<String, String> counts = new LinkedHashMap<>();
    if (note != null) {
      note.words()
          .forEach(words -> counts.put(words.field(), words.count() + " / " + words.limit()));
    }
    model.addAttribute("mine", mine);
    model.addAttribute("note", note);
    model.addAttribute("template", template);
    model.addAttribute("texts", content);
    model.addAttribute("areas", areas);
    model.addAttribute("showAuthor", showAuthor);
    model.addAttribute("counts", counts);
    model.addAttribute("etag", etag);
    model.addAttribute("once", once);
    if (!model.containsAttribute("errors")) {
      model.addAttribute("errors", Map.of());
    }
    return "note-form";
  }

  private static NoteText text(MultiValueMap<String, String> entered) {
    Map<String, String> content = new LinkedHashMap<>();
    entered.forEach(
        (name, values) -> {
          if (name.startsWith("content.") && !values.get(0).isBlank()) {
            content.put(name.substring("content.".length()), values.get(0));
          }
        });
    List<String> areas = new ArrayList<>(entered.getOrDefault("areas", List.of()));
    return new NoteText(
        content,
        areas,
        LocaleContextHolder.getLocale().getLanguage(),
        entered.getFirst("showAuthor") != null);
  }

  /** The sessions that have a room, whether or not this person has chosen it. */
  private Set<String> heldOnline(String programmeId) {
    return registration.programme(programmeId).sessions().stream()
        .filter(Session::online)
        .map(Session::sessionId)
        .collect(Collectors.toSet());
  }

  /** A part of the page: empty while its service is away or has not yet heard of the person. */
  private static <T> Optional<T> whenKnown(java.util.function.Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (Away away) {
      return Optional.empty();
    } catch (Refused refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static String then(RedirectAttributes next, String done, Runnable change) {
    try {
      change.run();
      next.addFlashAttribute("done", done);
    } catch (Refused refused) {
      if (refused.status() == 404) {
        throw refused;
      }
      next.addFlashAttribute("refusal", refused.problem());
    }
    return HOME;
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(bytes);
  }
}
