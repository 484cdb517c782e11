package org.cocreation.attendance.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Objects;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.cocreation.attendance.domain.sheet.AcceptImport;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.ImportReport;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.attendance.domain.sheet.PreviewImport;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that coordinators send for a session: read first, brought in once they say so. */
@RestController
@RequestMapping("/api/attendance/programmes/{p}/sessions/{s}/imports")
@Tag(name = "Imports")
class ImportController {

  private static final int LONGEST_NAME = 200;

  private final PreviewImport previews;
  private final AcceptImport imports;
  private final Imports all;
  private final Directory directory;
  private final Formats formats;
  private final MeterRegistry meters;

  ImportController(
      PreviewImport previews,
      AcceptImport imports,
      Imports all,
      Directory directory,
      Formats formats,
      MeterRegistry meters) {
    this.previews = previews;
    this.imports = imports;
    this.all = all;
    this.directory = directory;
    this.formats = formats;
    this.meters = meters;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Read a file for a session, without any effect yet (coordinator)",
      description =
          "Answers with a preview: what was recognised, who the rows are taken for, and whose outcome would change. Accept it to bring it in. The same file again is the same import, whatever its state. Part “mapping” (JSON) says which column holds what.")
  @ApiResponse(
      responseCode = "201",
      description = "The preview",
      content = @Content(examples = @ExampleObject(Examples.PREVIEW)))
  @ApiResponse(
      responseCode = "200",
      description = "The file was sent before: how its import stands",
      content = @Content(examples = @ExampleObject(Examples.IMPORT)))
  ResponseEntity<ImportViews.ImportView> preview(
      @PathVariable String p,
      @PathVariable String s,
      @RequestPart MultipartFile file,
      @RequestPart(required = false) @Nullable ColumnMapping mapping,
      Principal coordinator) {
    if (mapping != null && !mapping.namesSomebody()) {
      throw ProblemException.invalid(
          "mapping",
          "name, or givenName and familyName, or registrationId",
          "The mapping does not say which column tells who a row is about.");
    }
    PreviewImport.Previewed previewed;
    try {
      previewed =
          previews.preview(
              new SessionKey(p, s), name(file), contents(file), mapping, coordinator.getName());
    } catch (Unreadable unreadable) {
      count("none", "unreadable");
      countFile("none", "unreadable");
      throw unreadable;
    }
    Import report = previewed.report();
    if (report.status() == Import.Status.QUARANTINED) {
      count("none", "quarantined");
      countFile("none", "unrecognised");
      throw new UnrecognisedFile(report, formats.names(), mapping != null);
    }
    ImportReport figures = report.report();
    countFile(figures == null ? "none" : figures.format(), "recognised");
    count(report, previewed.first() ? "preview" : "repeated");
    return ResponseEntity.status(previewed.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(view(report));
  }

  @PostMapping("/{importId}/acceptance")
  @Operation(
      summary = "Bring an import in (coordinator)",
      description =
          "A preview, or one that was undone. A large file is brought in by and by: the answer is 202 then, and reading the import shows its progress. The reason is required once the session is closed. Accepting again changes nothing.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.ACCEPTANCE)))
  @ApiResponse(
      responseCode = "200",
      description = "It is in",
      content = @Content(examples = @ExampleObject(Examples.IMPORT)))
  @ApiResponse(
      responseCode = "202",
      description = "It is being brought in",
      content = @Content(examples = @ExampleObject(Examples.APPLYING)))
  ResponseEntity<ImportViews.ImportView> accept(
      @PathVariable String p,
      @PathVariable String s,
      @PathVariable String importId,
      @Valid @RequestBody(required = false) @Nullable Why why,
      Principal coordinator) {
    Import accepted =
        imports.accept(
            new SessionKey(p, s),
            importId,
            coordinator.getName(),
            why == null ? null : why.reason());
    count(accepted, "accepted");
    return nowOrLater(accepted);
  }

  @PostMapping("/{importId}/undo")
  @Operation(
      summary = "Take back exactly what an import gave (coordinator)",
      description =
          "Also after the session was closed; the reason is required then. A large one is taken back by and by (202).")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.UNDO)))
  @ApiResponse(
      responseCode = "200",
      description = "It is out",
      content = @Content(examples = @ExampleObject(Examples.UNDONE)))
  ResponseEntity<ImportViews.ImportView> undo(
      @PathVariable String p,
      @PathVariable String s,
      @PathVariable String importId,
      @Valid @RequestBody(required = false) @Nullable Why why,
      Principal coordinator) {
    Import undone =
        imports.undo(
            new SessionKey(p, s),
            importId,
            coordinator.getName(),
            why == null ? null : why.reason());
    count(undone, "undone");
    return nowOrLater(undone);
  }

  @DeleteMapping("/{importId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Let a preview or a file that was put aside go (coordinator)")
  void drop(@PathVariable String p, @PathVariable String s, @PathVariable String importId) {
    previews.drop(new SessionKey(p, s), importId);
    count("none", "dropped");
  }

  @GetMapping
  @Operation(summary = "The imports of a session, the latest first (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.IMPORTS)))
  Page<ImportViews.ImportView> list(@PathVariable String p, @PathVariable String s, Cursor cursor) {
    SessionKey session = directory.session(new SessionKey(p, s)).key();
    return Page.of(
            all.page(session, cursor.position().orElse(""), cursor.fetch()),
            cursor,
            Import::position)
        .map(this::view);
  }

  @GetMapping("/{importId}")
  @Operation(summary = "One import: its report, or how far it has come (coordinator)")
  @ApiResponse(
      responseCode = "200",
      content = @Content(examples = @ExampleObject(Examples.APPLYING)))
  ImportViews.ImportView one(
      @PathVariable String p, @PathVariable String s, @PathVariable String importId) {
    return view(previews.find(new SessionKey(p, s), importId));
  }

  @GetMapping("/{importId}/rows")
  @Operation(summary = "Row by row, who an import is or would be taken for, and how (coordinator)")
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.ROWS)))
  Page<ImportViews.RowView> rows(
      @PathVariable String p,
      @PathVariable String s,
      @PathVariable String importId,
      Cursor cursor) {
    return Page.of(
            previews.rows(
                new SessionKey(p, s),
                importId,
                cursor.position().map(ImportController::row).orElse(0),
                cursor.fetch()),
            cursor,
            row -> String.valueOf(row.row()))
        .map(ImportViews.RowView::of);
  }

  private ResponseEntity<ImportViews.ImportView> nowOrLater(Import it) {
    return ResponseEntity.status(it.unfinished() ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .body(view(it));
  }

  private ImportViews.ImportView view(Import it) {
    return ImportViews.ImportView.of(it, previews.expiresAt(it));
  }

  private void count(Import it, String outcome) {
    ImportReport figures = it.report();
    count(figures == null ? "none" : figures.format(), outcome);
  }

  private void count(String format, String outcome) {
    meters
        .counter("cocreation.attendance.imports", "format", format, "outcome", outcome)
        .increment();
  }

  /** What was made of a file that was sent: by this, formats that change are noticed. */
  private void countFile(String format, String outcome) {
    meters.counter("cocreation.attendance.files", "format", format, "outcome", outcome).increment();
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

  private static int row(String position) {
    try {
      return Integer.parseInt(position);
    } catch (NumberFormatException e) {
      throw ProblemException.invalid(
          "after", "the “next” of the page before", "This is no place in the rows of an import.");
    }
  }

  /** Why. */
  record Why(@Nullable @Size(max = 1000) String reason) {}
}
