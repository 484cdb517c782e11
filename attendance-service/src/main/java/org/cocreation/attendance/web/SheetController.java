package org.cocreation.attendance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.sheet.CloseSession;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Happening;
import org.cocreation.attendance.domain.sheet.MarkPerson;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.attendance.domain.sheet.Sheet;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sheet of a session: who attended and why, marks, and closing. */
@RestController
@RequestMapping("/api/attendance/programmes/{p}/sessions")
@Tag(name = "Sheets")
class SheetController {

  private final ReadSheet sheet;
  private final Directory directory;
  private final MarkPerson marks;
  private final CloseSession closing;

  SheetController(ReadSheet sheet, Directory directory, MarkPerson marks, CloseSession closing) {
    this.sheet = sheet;
    this.directory = directory;
    this.marks = marks;
    this.closing = closing;
  }

  @GetMapping
  @Operation(
      summary = "The sessions of a programme and how far their sheets have come (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.SESSIONS)))
  Page<Views.Session> sessions(@PathVariable String p) {
    return new Page<>(sheet.sessions(p).stream().map(Views.Session::of).toList(), null);
  }

  @GetMapping("/{s}/attendance")
  @Operation(summary = "Each person of a session with outcome, why and evidence (coordinator)")
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.SHEET)))
  PersonViews.SheetPage attendance(@PathVariable String p, @PathVariable String s, Cursor cursor) {
    SessionKey key = new SessionKey(p, s);
    Page<PersonViews.PersonView> page =
        Page.of(
                sheet.lines(key, cursor.position().orElse(""), cursor.fetch()),
                cursor,
                line -> line.person().registrationId())
            .map(line -> PersonViews.PersonView.of(line, s));
    return new PersonViews.SheetPage(
        Views.Session.of(directory.session(key)), page.items(), page.next());
  }

  @GetMapping("/{s}/attendance/{registrationId}")
  @Operation(summary = "One person of a session (coordinator)")
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.PERSON)))
  PersonViews.PersonView person(
      @PathVariable String p, @PathVariable String s, @PathVariable String registrationId) {
    return PersonViews.PersonView.of(sheet.line(new SessionKey(p, s), registrationId), s);
  }

  @PostMapping("/{s}/marks")
  @Operation(summary = "Mark somebody as attended or not, with the reason (coordinator)")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.MARK)))
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.PERSON)))
  PersonViews.PersonView mark(
      @PathVariable String p,
      @PathVariable String s,
      @Valid @RequestBody MarkRequest request,
      Principal coordinator) {
    marks.mark(
        new SessionKey(p, s),
        request.registrationId(),
        request.attended(),
        "online".equals(request.mode()) ? Place.ONLINE : Place.VENUE,
        request.reason(),
        coordinator.getName());
    return person(p, s, request.registrationId());
  }

  @PostMapping("/{s}/marks/{registrationId}/withdrawal")
  @Operation(summary = "Take a mark back, with the reason (coordinator)")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.WITHDRAWAL)))
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.PERSON)))
  PersonViews.PersonView withdraw(
      @PathVariable String p,
      @PathVariable String s,
      @PathVariable String registrationId,
      @Valid @RequestBody WithdrawalRequest request,
      Principal coordinator) {
    marks.mark(
        new SessionKey(p, s),
        registrationId,
        null,
        Place.VENUE,
        request.reason(),
        coordinator.getName());
    return person(p, s, registrationId);
  }

  @GetMapping("/{s}/history")
  @Operation(summary = "Who did what in a session, when and why; the latest first (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.HISTORY)))
  Page<PersonViews.HappeningView> history(
      @PathVariable String p, @PathVariable String s, Cursor cursor) {
    return Page.of(
            sheet.history(new SessionKey(p, s), cursor.position().orElse(""), cursor.fetch()),
            cursor,
            Happening::position)
        .map(PersonViews.HappeningView::of);
  }

  @GetMapping("/{s}/closing")
  @Operation(summary = "What is unresolved before closing, or how closing stands (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.CLOSING)))
  Views.ClosingView closing(@PathVariable String p, @PathVariable String s) {
    return Views.ClosingView.of(closing.unresolved(new SessionKey(p, s)));
  }

  @PostMapping("/{s}/closing")
  @Operation(
      summary = "Close a session: from now on its attendance counts (coordinator)",
      description =
          "Refused while something is unresolved, unless “acknowledgeUndecided” is true. A closed session stays as it is.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.CLOSE)))
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.CLOSED)))
  ResponseEntity<Views.ClosingView> close(
      @PathVariable String p,
      @PathVariable String s,
      @RequestBody(required = false) @Nullable ClosingRequest request,
      Principal coordinator) {
    SessionKey key = new SessionKey(p, s);
    Sheet closed =
        closing.close(
            key,
            request != null && Boolean.TRUE.equals(request.acknowledgeUndecided()),
            coordinator.getName());
    return ResponseEntity.status(
            closed.status() == Sheet.Status.CLOSED ? HttpStatus.OK : HttpStatus.ACCEPTED)
        .body(Views.ClosingView.of(closing.unresolved(key)));
  }

  /** A coordinator's word about somebody. */
  record MarkRequest(
      @NotBlank @Size(max = 100) String registrationId,
      @NotNull Boolean attended,
      @Nullable @Pattern(regexp = "venue|online") String mode,
      @Nullable @Size(max = 1000) String reason) {}

  /** Why a mark is taken back. */
  record WithdrawalRequest(@Nullable @Size(max = 1000) String reason) {}

  /** Whether to close although something is unresolved. */
  record ClosingRequest(@Nullable Boolean acknowledgeUndecided) {}
}
