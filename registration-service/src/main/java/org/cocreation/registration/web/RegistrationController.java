package org.cocreation.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.cocreation.defaults.Idempotent;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.registration.Participate;
import org.cocreation.registration.domain.registration.Register;
import org.cocreation.registration.domain.registration.RegistrationDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everybody may do: register, and have the personal link sent again. Neither tells who is
 * registered.
 */
@RestController
@RequestMapping("/api/registration/programmes/{programme}")
@Tag(name = "Registering")
class RegistrationController {
  private static final Accepted REGISTERED =
      new Accepted(
          true,
          new Translated(
              "Thank you. We are sending an e-mail with your places and your personal link. If you had registered before,"
                  + " nothing has changed; use the link that you have, or ask for a new one.",
              "Gracias. Le enviamos un correo con sus lugares y su enlace personal. Si ya se había registrado, nada ha"
                  + " cambiado; use el enlace que tiene o pida uno nuevo."));
  private static final Accepted LINK_SENT =
      new Accepted(
          true,
          new Translated(
              "If this address is registered, a new personal link is on its way, and the former one has stopped working.",
              "Si esta dirección está registrada, un nuevo enlace personal está en camino y el anterior ya no funciona."));

  private final Register register;
  private final Participate participate;
  private final PublicDoor door;

  RegistrationController(Register register, Participate participate, PublicDoor door) {
    this.register = register;
    this.participate = participate;
    this.door = door;
  }

  /** The same for everybody. */
  record Accepted(boolean accepted, Translated message) {}

  /** Whom to send a fresh link. */
  record LinkRequest(@Nullable String email) {
    @Override
    public String toString() {
      return "LinkRequest[…]";
    }
  }

  @PostMapping("/registrations")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Idempotent
  @Operation(
      summary = "Register (public)",
      description =
          "The answer is the same for a new and for a known e-mail address; a repeat changes nothing.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.REGISTRATION)))
  Accepted register(
      @PathVariable String programme,
      @RequestBody RegistrationDraft draft,
      HttpServletRequest request) {
    ProgrammeId id = new ProgrammeId(programme);
    door.register(request.getRemoteAddr(), id, draft.email());
    Refusals.told(() -> register.register(id, draft));
    return REGISTERED;
  }

  @PostMapping("/links")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Have a fresh personal link sent (public)",
      description = "Whether the address is registered is not told.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.LINK)))
  Accepted sendLink(
      @PathVariable String programme, @RequestBody LinkRequest body, HttpServletRequest request) {
    ProgrammeId id = new ProgrammeId(programme);
    door.sendLink(request.getRemoteAddr(), id, body.email());
    Refusals.told(() -> participate.sendLinkAgain(id, body.email()));
    return LINK_SENT;
  }
}
