package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.REGISTRATION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.portal.services.Services.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What the pages ask of the registration service. */
@Component
public class Registration {

  private final Services services;

  Registration(Services services) {
    this.services = services;
  }

  /** The first programmes of the list that everybody may see. */
  public ProgrammeList programmes(@Nullable String after) {
    return after == null
        ? services.get(REGISTRATION, Caller.PUBLIC, ProgrammeList.class, "/programmes?limit=50")
        : services.get(
            REGISTRATION,
            Caller.PUBLIC,
            ProgrammeList.class,
            "/programmes?limit=50&after={a}",
            after);
  }

  /** A programme with its sessions and the seats that are left. */
  public Programme programme(String programmeId) {
    return services.get(
        REGISTRATION, Caller.PUBLIC, Programme.class, "/programmes/{p}", programmeId);
  }

  /** Registers a person; the answer is the same for a new address and a known one. */
  public void register(
      String programmeId, NewRegistration registration, String idempotencyKey, String address) {
    services.send(
        REGISTRATION,
        HttpMethod.POST,
        Caller.PUBLIC,
        registration,
        headers -> {
          headers.set("Idempotency-Key", idempotencyKey);
          headers.set(Services.FOR, address);
        },
        "/programmes/{p}/registrations",
        programmeId);
  }

  /** Has a fresh personal link sent, if there is a registration with this address. */
  public void sendLink(String programmeId, String email, String address) {
    services.send(
        REGISTRATION,
        HttpMethod.POST,
        Caller.PUBLIC,
        Map.of("email", email),
        headers -> headers.set(Services.FOR, address),
        "/programmes/{p}/links",
        programmeId);
  }

  /** What a person registered for, with the version of the choices. */
  public Versioned<Mine> mine(Caller person) {
    return services.getVersioned(REGISTRATION, person, Mine.class, "/me");
  }

  /** The sessions that a person chose, as a calendar. */
  public byte[] calendar(Caller person) {
    return services.bytes(REGISTRATION, person, "/me/calendar.ics");
  }

  /** Where a person's join link leads now, noting that they go there if the room is open. */
  public Opening open(Caller person, String sessionId) {
    return services
        .send(
            REGISTRATION,
            HttpMethod.POST,
            person,
            Map.of(),
            headers -> {},
            Opening.class,
            "/me/sessions/{s}/opening",
            sessionId)
        .body();
  }

  /** Where a person's join link leads now; nothing is noted. */
  public Opening lookAtOpening(Caller person, String sessionId) {
    return services.get(REGISTRATION, person, Opening.class, "/me/sessions/{s}/opening", sessionId);
  }

  /** Changes how a person takes part; refused when somebody changed it since the page was made. */
  public void choose(Caller person, Map<String, String> choices, @Nullable String etag) {
    services.send(
        REGISTRATION,
        HttpMethod.PUT,
        person,
        Map.of("choices", choices),
        headers -> {
          if (etag != null && !etag.isBlank()) {
            headers.setIfMatch(etag);
          }
        },
        "/me/choices");
  }

  /** Cancels a person's registration. */
  public void cancel(Caller person) {
    services.send(REGISTRATION, HttpMethod.POST, person, Map.of(), "/me/cancellation");
  }

  /** Replaces a person's link: the old one stops working and the new one comes by e-mail. */
  public void replaceLink(Caller person) {
    services.send(REGISTRATION, HttpMethod.POST, person, Map.of(), "/me/link");
  }

  /** The registrations of a programme, for coordinators. */
  public RegistrationList registrations(
      Caller coordinator, String programmeId, @Nullable String after) {
    return after == null
        ? services.get(
            REGISTRATION,
            coordinator,
            RegistrationList.class,
            "/programmes/{p}/registrations?limit=50",
            programmeId)
        : services.get(
            REGISTRATION,
            coordinator,
            RegistrationList.class,
            "/programmes/{p}/registrations?limit=50&after={a}",
            programmeId,
            after);
  }

  /** Where a join link leads; the room's address only while it is open. */
  public record Opening(
      String sessionId,
      Text title,
      String timeZone,
      String state,
      Instant opensAt,
      Instant startsAt,
      Instant endsAt,
      Instant closesAt,
      @Nullable String roomUrl,
      List<Material> materials) {}

  /** A page of programmes. */
  public record ProgrammeList(List<Listed> items, @Nullable String next) {}

  /** A programme in the list. */
  public record Listed(String programmeId, Text title, @Nullable Text summary, String status) {}

  /** A programme as the public sees it. */
  public record Programme(
      String programmeId,
      Text title,
      @Nullable Text summary,
      String timeZone,
      String status,
      List<String> organisers,
      @Nullable String websiteUrl,
      List<String> sectors,
      List<String> districts,
      List<Session> sessions) {}

  /** A session; the last four are a person's own and absent for the public. */
  public record Session(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      Instant endsAt,
      int durationMinutes,
      String status,
      boolean online,
      @Nullable Venue venue,
      List<String> topics,
      List<String> presenters,
      List<Material> materials,
      @Nullable String mode,
      @Nullable String place,
      @Nullable Integer waitingPosition,
      @Nullable Room room) {

    /** Whether it will be, or was, held. */
    public boolean planned() {
      return "planned".equals(status);
    }
  }

  /** Where a session is held. */
  public record Venue(String name, String place, int seats, int seatsLeft, int waiting) {}

  /** Something to read or watch. */
  public record Material(String title, String url) {}

  /** The room online. */
  public record Room(String url) {}

  /** What a person sends to register. */
  public record NewRegistration(
      String name,
      String email,
      @Nullable String organisation,
      String sector,
      String district,
      String language,
      Map<String, String> choices) {}

  /** A person's registration. */
  public record Mine(
      String registrationId,
      String status,
      Instant registeredAt,
      Contact contact,
      Programme programme,
      List<Session> sessions) {

    /** Whether the registration stands. */
    public boolean active() {
      return "active".equals(status);
    }
  }

  /** How a person is reached. */
  public record Contact(
      String name, String email, @Nullable String organisation, String language) {}

  /** A page of registrations. */
  public record RegistrationList(List<RegistrationItem> items, @Nullable String next) {}

  /** A registration in the coordinators' list. */
  public record RegistrationItem(
      String registrationId,
      String status,
      Instant registeredAt,
      String name,
      String email,
      @Nullable String organisation,
      String sector,
      String district,
      List<Choice> choices) {}

  /** How somebody takes part in a session. */
  public record Choice(String sessionId, String mode, String place) {}
}
