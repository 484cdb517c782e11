package org.cocreation.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.registration.Language;
import org.cocreation.registration.domain.registration.Participate;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person may see and do by the personal link. */
@RestController
@RequestMapping("/api/registration/me")
@Tag(name = "Personal page")
class PersonalController {
  private static final Sent SENT =
      new Sent(
          true,
          new Translated(
              "A new personal link is on its way by e-mail. This one has stopped working.",
              "Un nuevo enlace personal está en camino por correo. Este ya no funciona."));

  private final Participate participate;
  private final PersonalPage page;
  private final PortalPages portal;
  private final Clock clock;

  PersonalController(Participate participate, PersonalPage page, PortalPages portal, Clock clock) {
    this.participate = participate;
    this.page = page;
    this.portal = portal;
    this.clock = clock;
  }

  /** What the person wants of each session; a session left out = none. */
  record ChoicesRequest(@Nullable Map<String, @Nullable String> choices) {}

  /** How the person is called and written to. */
  record ContactRequest(
      @Nullable String name, @Nullable String organisation, @Nullable String language) {
    @Override
    public String toString() {
      return "ContactRequest[…]";
    }
  }

  /** The link comes by e-mail, never here. */
  record Sent(boolean accepted, Translated message) {}

  @GetMapping
  @Operation(summary = "Everything for the personal page")
  ResponseEntity<PersonalPage.View> look(@AuthenticationPrincipal LinkHolder me) {
    return seen(() -> participate.look(id(me)));
  }

  @GetMapping(path = "/calendar.ics", produces = "text/calendar;charset=UTF-8")
  @Operation(summary = "The chosen sessions as iCalendar")
  ResponseEntity<String> calendar(
      @AuthenticationPrincipal LinkHolder me,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    String token = authorization.substring(authorization.indexOf(' ') + 1).strip();
    Registration registration = Refusals.told(() -> participate.look(id(me)));
    Person person = registration.person();
    Language language = person == null ? Language.EN : person.language();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.ics\"")
        .body(
            CalendarText.of(
                registration.programmeId().value(),
                page.appointments(registration),
                session -> portal.join(token, session, language),
                language,
                clock.instant()));
  }

  @PutMapping("/choices")
  @Operation(
      summary = "Choose online, venue or none for each session",
      description = "If-Match with the revision that was read is optional.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.CHOICES)))
  ResponseEntity<PersonalPage.View> choose(
      @AuthenticationPrincipal LinkHolder me,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ChoicesRequest body) {
    Integer read = Revisions.read(ifMatch);
    return seen(() -> participate.choose(id(me), body.choices(), read));
  }

  @PutMapping("/contact")
  @Operation(summary = "Correct name, organisation and language")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.CONTACT)))
  ResponseEntity<PersonalPage.View> describe(
      @AuthenticationPrincipal LinkHolder me, @RequestBody ContactRequest body) {
    return seen(
        () -> participate.describe(id(me), body.name(), body.organisation(), body.language()));
  }

  @PostMapping("/cancellation")
  @Operation(summary = "Cancel the registration", description = "Cancelling again changes nothing.")
  ResponseEntity<PersonalPage.View> cancel(@AuthenticationPrincipal LinkHolder me) {
    return seen(() -> participate.cancel(id(me)));
  }

  @PostMapping("/link")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Replace this link by a new one",
      description = "This one stops working at once.")
  Sent replaceLink(@AuthenticationPrincipal LinkHolder me) {
    Refusals.told(() -> participate.replaceLink(id(me)));
    return SENT;
  }

  private ResponseEntity<PersonalPage.View> seen(Supplier<Registration> useCase) {
    Registration registration = Refusals.told(useCase);
    return ResponseEntity.ok()
        .eTag(Revisions.tag(registration.revision()))
        .body(page.of(registration));
  }

  private static RegistrationId id(LinkHolder me) {
    return new RegistrationId(me.registrationId());
  }
}
