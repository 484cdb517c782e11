package org.cocreation.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.Material;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.registration.OpenRoom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The personal join link: where it leads now, and that the person went there. */
@RestController
@RequestMapping("/api/registration/me/sessions/{session}/opening")
@Tag(name = "Personal page")
class JoinController {
  private final OpenRoom openRoom;

  JoinController(OpenRoom openRoom) {
    this.openRoom = openRoom;
  }

  /** Where the join link leads; the room's address only while it is open. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String sessionId,
      Translated title,
      String timeZone,
      String state,
      Instant opensAt,
      Instant startsAt,
      Instant endsAt,
      Instant closesAt,
      @Nullable String roomUrl,
      List<Material> materials) {

    static View of(OpenRoom.Opening opening) {
      Session session = opening.session();
      return new View(
          session.sessionId().value(),
          session.title(),
          opening.programme().document().timeZone(),
          opening.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          opening.opensAt(),
          session.startsAt(),
          session.endsAt(),
          opening.closesAt(),
          opening.roomUrl(),
          session.materials());
    }
  }

  @PostMapping
  @Operation(
      summary = "Go to the room by the personal join link",
      description =
          "While the room is open the click is noted as evidence for attendance; clicks soon after one another are one.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.OPENING)))
  ResponseEntity<View> open(
      @AuthenticationPrincipal LinkHolder me, @PathVariable("session") String session) {
    return answer(
        Refusals.told(
            () -> openRoom.open(new RegistrationId(me.registrationId()), new SessionId(session))));
  }

  @GetMapping
  @Operation(summary = "Where the personal join link leads now", description = "Nothing is noted.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.OPENING)))
  ResponseEntity<View> look(
      @AuthenticationPrincipal LinkHolder me, @PathVariable("session") String session) {
    return answer(
        Refusals.told(
            () -> openRoom.look(new RegistrationId(me.registrationId()), new SessionId(session))));
  }

  private static ResponseEntity<View> answer(OpenRoom.Opening opening) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(View.of(opening));
  }
}
