package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.plan.FollowNotes;
import org.cocreation.submission.web.TrailViews.TrailHead;
import org.cocreation.submission.web.TrailViews.TrailView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(
    name = "Trails",
    description = "From a concept note to the published commitment: what happened and why")
class TrailsController {

  private final FollowNotes follow;

  TrailsController(FollowNotes follow) {
    this.follow = follow;
  }

  @GetMapping("/trails/{note}")
  @Operation(summary = "What became of one note")
  TrailView trail(@PathVariable NoteId note) {
    return TrailView.of(follow.follow(note));
  }

  @GetMapping("/programmes/{programme}/trails")
  @Operation(summary = "The notes of a programme that have a trail")
  Page<TrailHead> trails(@PathVariable ProgrammeId programme, Cursor cursor) {
    return Page.of(
            follow.in(programme, cursor.after(), cursor.fetch()), cursor, note -> note.id().value())
        .map(TrailHead::of);
  }
}
