package org.cocreation.attendance.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Objects;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.ImportFile;
import org.cocreation.attendance.domain.sheet.ImportReport;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that coordinators bring into a session. */
@RestController
@RequestMapping("/api/attendance/programmes/{p}/sessions/{s}/imports")
@Tag(name = "Imports")
class ImportController {

  private static final int LONGEST_NAME = 200;

  private final ImportFile files;
  private final Imports imports;
  private final Directory directory;
  private final Formats formats;
  private final MeterRegistry meters;

  ImportController(
      ImportFile files,
      Imports imports,
      Directory directory,
      Formats formats,
      MeterRegistry meters) {
    this.files = files;
    this.imports = imports;
    this.directory = directory;
    this.formats = formats;
    this.meters = meters;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Bring a file into a session (coordinator)",
      description =
          "A Zoom meeting export, or a sign-in sheet as CSV. The same file again answers with the first report. Part “mapping” (JSON) says which column of a sign-in sheet holds what; part “reason” is required once the session is closed.")
  @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject(Examples.IMPORT)))
  ResponseEntity<Views.ImportView> bring(
      @PathVariable String p,
      @PathVariable String s,
      @RequestPart MultipartFile file,
      @RequestPart(required = false) @Nullable ColumnMapping mapping,
      @RequestPart(required = false) @Nullable String reason,
      Principal coordinator) {
    if (mapping != null && !mapping.namesSomebody()) {
      throw ProblemException.invalid(
          "mapping",
          "name, or givenName and familyName, or registrationId",
          "The mapping does not say which column tells who a row is about.");
    }
    ImportFile.Brought brought;
    try {
      brought =
          files.bring(
              new SessionKey(p, s),
              name(file),
              contents(file),
              mapping,
              coordinator.getName(),
              reason);
    } catch (Unreadable unreadable) {
      count("none", "unreadable");
      throw unreadable;
    }
    Import report = brought.report();
    if (report.status() == Import.Status.QUARANTINED) {
      count("none", "quarantined");
      throw new UnrecognisedFile(report, formats.names(), mapping != null);
    }
    ImportReport figures = report.report();
    count(figures == null ? "none" : figures.format(), brought.first() ? "applied" : "repeated");
    return ResponseEntity.status(brought.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Views.ImportView.of(report));
  }

  @GetMapping
  @Operation(summary = "The imports of a session, the latest first (coordinator)")
  Page<Views.ImportView> list(@PathVariable String p, @PathVariable String s, Cursor cursor) {
    SessionKey session = directory.session(new SessionKey(p, s)).key();
    return Page.of(
            imports.page(session, cursor.position().orElse(""), cursor.fetch()),
            cursor,
            Import::position)
        .map(Views.ImportView::of);
  }

  @GetMapping("/{importId}")
  @Operation(summary = "One import and its report (coordinator)")
  Views.ImportView one(
      @PathVariable String p, @PathVariable String s, @PathVariable String importId) {
    return Views.ImportView.of(files.find(new SessionKey(p, s), importId));
  }

  @PostMapping("/{importId}/undo")
  @Operation(summary = "Take back exactly what an import gave (coordinator)")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.UNDO)))
  Views.ImportView undo(
      @PathVariable String p,
      @PathVariable String s,
      @PathVariable String importId,
      @RequestBody(required = false) @Nullable Undo undo,
      Principal coordinator) {
    Import undone =
        files.undo(
            new SessionKey(p, s),
            importId,
            coordinator.getName(),
            undo == null ? null : undo.reason());
    ImportReport figures = undone.report();
    count(figures == null ? "none" : figures.format(), "undone");
    return Views.ImportView.of(undone);
  }

  private void count(String format, String outcome) {
    meters
        .counter("cocreation.attendance.imports", "format", format, "outcome", outcome)
        .increment();
  }

  private static Contents contents(MultipartFile file) {
    try {
      return new Contents(file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MultipartFile file) {
    String name =
        Objects.requireNonNullElse(file.getOriginalFilename(), "")
            .replaceAll("\\p{Cntrl}", "")
            .replaceAll(".*[/\\\\]", "")
            .strip();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Why an import is taken back. */
  record Undo(@Nullable String reason) {}
}
