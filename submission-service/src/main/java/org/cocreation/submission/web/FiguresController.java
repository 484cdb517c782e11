package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Notes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(name = "Figures", description = "How far a programme has come")
class FiguresController {

  private final Notes notes;
  private final Comments comments;

  FiguresController(Notes notes, Comments comments) {
    this.notes = notes;
    this.comments = comments;
  }

  /** Counts by state; each from its index. */
  record FiguresView(String programmeId, Map<String, Long> notes, Map<String, Long> comments) {}

  @GetMapping("/programmes/{programme}/figures")
  @Operation(summary = "How many notes and comments are in which state")
  FiguresView figures(@PathVariable ProgrammeId programme) {
    Map<String, Long> ofNotes = new LinkedHashMap<>();
    for (Note.State state : JudgeNotes.VISIBLE) {
      ofNotes.put(Slugs.of(state), notes.count(programme, state));
    }
    Map<String, Long> ofComments = new LinkedHashMap<>();
    for (Stage stage : EnumSet.complementOf(EnumSet.of(Stage.LATE))) {
      ofComments.put(Slugs.of(stage), comments.count(programme, stage));
    }
    return new FiguresView(programme.value(), ofNotes, ofComments);
  }
}
