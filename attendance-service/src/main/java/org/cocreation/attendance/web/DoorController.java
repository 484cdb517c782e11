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
import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.visits.CountRoom;
import org.cocreation.attendance.domain.visits.ScanAtDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens as a session goes on: scans at the door, and who is there now. */
@RestController
@RequestMapping("/api/attendance/programmes/{p}/sessions/{s}")
@Tag(name = "As it happens")
class DoorController {

  private final ScanAtDoor door;
  private final CountRoom room;

  DoorController(ScanAtDoor door, CountRoom room) {
    this.door = door;
    this.room = room;
  }

  @PostMapping("/scans")
  @Operation(
      summary = "Bring what a phone scanned at the door (coordinator)",
      description =
          "A batch of at most 500, hours later if the phone was offline; sending it again changes nothing. The code is the registration's id. The reason is required once the session is closed.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.SCANS)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.SCANNED)))
  Scanned scan(
      @PathVariable String p, @PathVariable String s, @Valid @RequestBody ScanRequest request) {
    return Scanned.of(
        door.scan(
            new SessionKey(p, s),
            request.device(),
            request.sentAt(),
            request.reason(),
            request.scans().stream()
                .map(each -> new ScanAtDoor.Scan(each.nonce(), each.code(), each.scannedAt()))
                .toList()));
  }

  @GetMapping("/live")
  @Operation(
      summary = "Who is in the room now, as far as connectors and the door tell (coordinator)")
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.LIVE)))
  ResponseEntity<Live> live(@PathVariable String p, @PathVariable String s) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Live.of(room.now(new SessionKey(p, s))));
  }

  /** A batch of a phone. */
  record ScanRequest(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,50}") String device,
      @NotNull Instant sentAt,
      @Nullable @Size(max = 1000) String reason,
      @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid ScanLine> scans) {}

  /** One scan of it. */
  record ScanLine(
      @NotBlank @Size(max = 100) String nonce,
      @NotBlank @Size(max = 200) String code,
      @NotNull Instant scannedAt) {}

  /** What became of a batch. */
  record Scanned(Instant receivedAt, @Nullable Long clockAheadSeconds, List<Result> results) {

    static Scanned of(ScanAtDoor.Batch batch) {
      return new Scanned(
          batch.receivedAt(),
          batch.clockOffset().isZero() ? null : batch.clockOffset().toSeconds(),
          batch.results().stream().map(Result::of).toList());
    }
  }

  /** What became of one scan. */
  record Result(
      String nonce,
      String result,
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable Instant scannedAt) {

    static Result of(ScanAtDoor.Result it) {
      return new Result(
          it.nonce(), Views.word(it.outcome()), it.registrationId(), it.name(), it.scannedAt());
    }
  }

  /** Who is there now. */
  record Live(
      Instant asOf,
      boolean goingOn,
      Figures online,
      Figures venue,
      int staff,
      int nameless,
      List<SourceView> sources) {

    static Live of(CountRoom.Count it) {
      return new Live(
          it.asOf(),
          it.goingOn(),
          new Figures(it.onlineNow(), it.onlineSeen()),
          new Figures(it.venueNow(), it.venueSeen()),
          it.staff(),
          it.nameless(),
          it.sources().stream().map(each -> new SourceView(each.name(), each.latest())).toList());
    }
  }

  /** Now, and so far. */
  record Figures(int now, int seen) {}

  /** Who tells it, and when the latest thing that it told happened. */
  record SourceView(String source, Instant latest) {}
}
