package org.cocreation.attendance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.sheet.Decide;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom the feeds saw, and a coordinator's decisions about who that is. */
@RestController
@RequestMapping("/api/attendance")
@Tag(name = "Observations")
class ObservationController {

  private final ReadSheet sheet;
  private final Decide decide;

  ObservationController(ReadSheet sheet, Decide decide) {
    this.sheet = sheet;
    this.decide = decide;
  }

  @GetMapping("/programmes/{p}/sessions/{s}/undecided")
  @Operation(summary = "Who waits for a decision, with suggestions (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.UNDECIDED)))
  Page<PersonViews.ObservationView> undecided(
      @PathVariable String p, @PathVariable String s, Cursor cursor) {
    return page(p, s, Optional.of(Match.State.WAITING), cursor);
  }

  @GetMapping("/programmes/{p}/sessions/{s}/observations")
  @Operation(summary = "Whom the feeds saw in a session, of one state or of all (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.UNDECIDED)))
  Page<PersonViews.ObservationView> observations(
      @PathVariable String p,
      @PathVariable String s,
      @RequestParam(required = false) @Nullable String state,
      Cursor cursor) {
    return page(p, s, Optional.ofNullable(state).map(ObservationController::state), cursor);
  }

  @GetMapping("/observations/{observationId}")
  @Operation(summary = "One observation (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.OBSERVATION)))
  PersonViews.ObservationView observation(@PathVariable String observationId) {
    return PersonViews.ObservationView.of(sheet.seen(observationId));
  }

  @PostMapping("/observations/{observationId}/decision")
  @Operation(
      summary = "Decide who an observation is (coordinator)",
      description =
          "“match” with one or several registrations, “staff”, “nobody”, or “withdraw” to forget the decision. The reason is required once the session is closed.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.DECISION)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.OBSERVATION)))
  PersonViews.ObservationView decide(
      @PathVariable String observationId,
      @Valid @RequestBody DecisionRequest request,
      Principal coordinator) {
    String by = coordinator.getName();
    if (request.withdraws()) {
      decide.withdraw(observationId, request.reason(), by);
    } else {
      decide.decide(observationId, request.state(), request.people(), request.reason(), by);
    }
    return PersonViews.ObservationView.of(sheet.seen(observationId));
  }

  @PostMapping("/observations/{observationId}/decision/preview")
  @Operation(
      summary = "What a decision would change, without any effect (coordinator)",
      description =
          "The same body as the decision. Shows for whom the outcome or a figure would change, in this session and in others by being remembered.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.DECISION)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.CHANGES)))
  ImportViews.ChangesView preview(
      @PathVariable String observationId,
      @Valid @RequestBody DecisionRequest request,
      Principal coordinator) {
    String by = coordinator.getName();
    return ImportViews.ChangesView.of(
        request.withdraws()
            ? decide.previewWithdrawal(observationId, by)
            : decide.preview(observationId, request.state(), request.people(), by));
  }

  private Page<PersonViews.ObservationView> page(
      String p, String s, Optional<Match.State> state, Cursor cursor) {
    return Page.of(
            sheet.seen(new SessionKey(p, s), state, cursor.position().orElse(""), cursor.fetch()),
            cursor,
            seen -> seen.observation().observationId())
        .map(PersonViews.ObservationView::of);
  }

  private static Match.State state(String word) {
    return Arrays.stream(Match.State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "state",
                    "one of waiting, matched, staff, nobody",
                    "This state is not known: choose waiting, matched, staff or nobody."));
  }

  /** What a coordinator decides. */
  record DecisionRequest(
      @NotNull String decision,
      @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 100) String> registrationIds,
      @Nullable @Size(max = 1000) String reason) {

    boolean withdraws() {
      return decision.equals("withdraw");
    }

    Match.State state() {
      return switch (decision) {
        case "match" -> Match.State.MATCHED;
        case "staff" -> Match.State.STAFF;
        case "nobody" -> Match.State.NOBODY;
        default ->
            throw ProblemException.invalid(
                "decision",
                "one of match, staff, nobody, withdraw",
                "This decision is not known: choose match, staff, nobody or withdraw.");
      };
    }

    List<String> people() {
      return registrationIds == null ? List.of() : registrationIds;
    }
  }
}
