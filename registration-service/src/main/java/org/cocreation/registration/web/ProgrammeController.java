package org.cocreation.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeDraft;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.registration.SetProgramme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programmes: set by coordinators, seen by everybody. */
@RestController
@RequestMapping("/api/registration/programmes")
@Tag(name = "Programmes")
class ProgrammeController {
  private final SetProgramme setProgramme;
  private final Programmes programmes;
  private final AllPlaces allPlaces;

  ProgrammeController(SetProgramme setProgramme, Programmes programmes, AllPlaces allPlaces) {
    this.setProgramme = setProgramme;
    this.programmes = programmes;
    this.allPlaces = allPlaces;
  }

  /** What a document came to. */
  record SetAnswer(
      String programmeId, int revision, boolean changed, List<SetProgramme.Note> notes) {}

  @PutMapping("/{programme}")
  @Operation(
      summary = "Create or change a programme by its whole document (coordinator)",
      description =
          "The same document again changes nothing. If-Match with the revision that was read is optional.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(examples = @ExampleObject(Examples.PROGRAMME)))
  ResponseEntity<SetAnswer> set(
      @PathVariable String programme,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ProgrammeDraft draft) {
    Integer read = Revisions.read(ifMatch);
    SetProgramme.Result result =
        Refusals.told(() -> setProgramme.set(new ProgrammeId(programme), draft, read));
    int revision = result.programme().revision();
    SetAnswer answer = new SetAnswer(programme, revision, result.changed(), result.notes());
    ResponseEntity.BodyBuilder response =
        result.created()
            ? ResponseEntity.created(URI.create("/api/registration/programmes/" + programme))
            : ResponseEntity.ok();
    return response.eTag(Revisions.tag(revision)).body(answer);
  }

  @GetMapping("/{programme}/document")
  @Operation(summary = "The document as it was put, with its revision as ETag (coordinator)")
  ResponseEntity<Views.Document> document(@PathVariable String programme) {
    Programme found = known(programme);
    return ResponseEntity.ok()
        .eTag(Revisions.tag(found.revision()))
        .body(Views.Document.of(found.document()));
  }

  @GetMapping("/{programme}")
  @Operation(summary = "A programme with the seats left at each venue (public)")
  Views.PublicProgramme programme(@PathVariable String programme) {
    Programme found = known(programme);
    return Views.PublicProgramme.of(
        found,
        allPlaces.find(
            found.programmeId(),
            found.document().sessions().stream().map(Session::sessionId).toList()));
  }

  @GetMapping
  @Operation(summary = "All programmes, by id (public)")
  Page<Views.ProgrammeItem> list(Cursor cursor) {
    ProgrammeId after = cursor.position().map(ProgrammeId::new).orElse(null);
    return Page.of(
            programmes.list(after, cursor.fetch()), cursor, found -> found.programmeId().value())
        .map(Views.ProgrammeItem::of);
  }

  private Programme known(String programme) {
    return programmes
        .find(new ProgrammeId(programme))
        .orElseThrow(() -> ProblemException.notFound("There is no such programme."));
  }
}
