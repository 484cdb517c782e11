package org.cocreation.attendance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Attendance;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.ProblemException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a participant may see of their own attendance, by their personal link. */
@RestController
@RequestMapping("/api/attendance/me")
@Tag(name = "Participant")
class ParticipantController {

  private final ReadSheet sheet;
  private final Roster roster;

  ParticipantController(ReadSheet sheet, Roster roster) {
    this.sheet = sheet;
    this.roster = roster;
  }

  @GetMapping
  @Operation(
      summary = "My sessions, and what my attendance came to once each is closed (participant)")
  @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.MINE)))
  Views.Mine mine(@AuthenticationPrincipal LinkHolder me) {
    Person person =
        roster
            .find(me.registrationId())
            .orElseThrow(() -> ProblemException.notFound("There is no such personal link."));
    List<Views.MySession> sessions = new ArrayList<>();
    sheet
        .of(person)
        .forEach(
            (held, recorded) ->
                sessions.add(
                    Views.MySession.of(
                        held, recorded.map(Attendance.Recorded::judgement).orElse(null))));
    return new Views.Mine(person.registrationId(), person.programmeId(), sessions);
  }
}
