package org.cocreation.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.registration.Erase;
import org.cocreation.registration.domain.registration.Participate;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.Registrations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff see and do: lists for coordinators, erasure for administrators. */
@RestController
@RequestMapping("/api/registration")
@Tag(name = "Staff")
class ListController {
  private final Programmes programmes;
  private final AllPlaces allPlaces;
  private final Registrations registrations;
  private final Participate participate;
  private final Erase erase;

  ListController(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      Participate participate,
      Erase erase) {
    this.programmes = programmes;
    this.allPlaces = allPlaces;
    this.registrations = registrations;
    this.participate = participate;
    this.erase = erase;
  }

  /** One person in the list of a session's places. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlaceItem(
      String registrationId, String name, String place, @Nullable Integer waitingPosition) {}

  /** A session's places: who sits, then who waits. */
  record PlacesPage(
      String sessionId,
      int seats,
      int taken,
      int seatsLeft,
      int waiting,
      List<PlaceItem> items,
      @Nullable String next) {}

  @GetMapping("/programmes/{programme}/registrations")
  @Operation(
      summary = "Registrations in order of arrival (coordinator)",
      description =
          "session with mode (online, venue, none) and/or place (seat, waiting, none) means that session's choice; status is active or"
              + " cancelled; q searches name, e-mail and organisation. With Accept: text/csv the whole list as CSV.")
  Page<RegistrationItem> list(
      @PathVariable String programme,
      @RequestParam(required = false) @Nullable String session,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String q,
      Cursor cursor) {
    Registrations.Wanted wanted =
        ListFilter.read(known(programme), session, mode, place, status, q);
    RegistrationId after = cursor.position().map(RegistrationId::new).orElse(null);
    return Page.of(
            registrations.list(wanted, after, cursor.fetch()),
            cursor,
            found -> found.registrationId().value())
        .map(RegistrationItem::of);
  }

  @GetMapping(path = "/programmes/{programme}/registrations", produces = "text/csv")
  @Operation(
      summary = "Registrations as CSV (coordinator)",
      description = "bom=true puts a byte order mark first, for spreadsheets.")
  void csv(
      @PathVariable String programme,
      @RequestParam(required = false) @Nullable String session,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "false") boolean bom,
      HttpServletResponse response)
      throws IOException {
    Programme found = known(programme);
    Registrations.Wanted wanted = ListFilter.read(found, session, mode, place, status, q);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + programme + "-registrations.csv\"");
    RegistrationCsv.write(
        found, after -> registrations.list(wanted, after, 500), bom, response.getWriter());
  }

  @GetMapping("/programmes/{programme}/sessions/{session}/places")
  @Operation(
      summary = "Who has a seat at a session's venue, then who waits, in order (coordinator)")
  PlacesPage places(@PathVariable String programme, @PathVariable String session, Cursor cursor) {
    Programme found = known(programme);
    Session chosen =
        found
            .session(new SessionId(session))
            .orElseThrow(() -> ProblemException.notFound("The programme has no such session."));
    PlacesId id = new PlacesId(found.programmeId(), chosen.sessionId());
    Places places =
        allPlaces
            .find(id)
            .orElseGet(() -> Places.untouched(id).with(Capacity.of(found, chosen), Instant.EPOCH));
    List<Places.Entry> all = new ArrayList<>(places.holders());
    all.addAll(places.waiting());
    int from = offset(cursor);
    Page<Integer> numbers =
        Page.of(
            numbers(from, Math.min(all.size(), from + cursor.fetch())),
            cursor,
            number -> String.valueOf(number));
    Map<RegistrationId, Registration> people =
        registrations.findAll(
            numbers.items().stream().map(number -> all.get(number).registrationId()).toList());
    List<PlaceItem> items =
        numbers.items().stream()
            .map(number -> item(all.get(number), number, places, people))
            .toList();
    return new PlacesPage(
        session,
        chosen.seats(),
        places.holders().size(),
        places.seatsLeft(),
        places.waiting().size(),
        items,
        numbers.next());
  }

  @PostMapping("/registrations/{registration}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Cancel somebody's registration, as after a mistyped address (coordinator)",
      description = "The address may register anew. Cancelling again changes nothing.")
  void cancel(@PathVariable String registration) {
    Refusals.told(
        () -> {
          participate.cancel(new RegistrationId(registration));
        });
  }

  @DeleteMapping("/registrations/{registration}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Erase a person (administrator)",
      description = "Erasing again changes nothing.")
  void erase(@PathVariable String registration) {
    Refusals.told(() -> erase.erase(new RegistrationId(registration)));
  }

  private static PlaceItem item(
      Places.Entry entry, int number, Places places, Map<RegistrationId, Registration> people) {
    Registration registration = people.get(entry.registrationId());
    Person person = registration == null ? null : registration.person();
    int position = number - places.holders().size() + 1;
    return new PlaceItem(
        entry.registrationId().value(),
        person == null ? "" : person.name(),
        Faults.wordOf(position > 0 ? Place.WAITING : Place.SEAT),
        position > 0 ? position : null);
  }

  private static List<Integer> numbers(int from, int to) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = from; number < to; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static int offset(Cursor cursor) {
    try {
      return cursor.position().map(Integer::valueOf).orElse(-1) + 1;
    } catch (NumberFormatException e) {
      throw ProblemException.invalid(
          "after", "what the page before gave as next", "Begin at the first page again.");
    }
  }

  private Programme known(String programme) {
    return programmes
        .find(new ProgrammeId(programme))
        .orElseThrow(() -> ProblemException.notFound("There is no such programme."));
  }
}
