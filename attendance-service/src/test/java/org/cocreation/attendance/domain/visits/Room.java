package org.cocreation.attendance.domain.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.cocreation.attendance.domain.InMemory;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Origin;
import org.cocreation.attendance.domain.sheet.World;
import org.jspecify.annotations.Nullable;

/** A whole attendance service in memory with a room and a door. */
final class Room {

  final World world = new World();
  final MemoryVisits visits = new MemoryVisits();
  final FollowFeed feed = new FollowFeed(visits, world.observe);
  final ForgetVisits forget = new ForgetVisits(visits, world.observations, world.roster);
  final ScanAtDoor door;
  final CountRoom count;
  Instant now = World.START;

  Room() {
    Clock clock = new Still();
    Directory directory = new Directory(world.programmes, world.sheets);
    door = new ScanAtDoor(directory, world.roster, visits, feed, clock, Duration.ofMinutes(2));
    count = new CountRoom(directory, visits, clock, Duration.ofSeconds(1));
  }

  /** A moment so many minutes after the start of the session. */
  static Instant at(int minute) {
    return World.START.plus(Duration.ofMinutes(minute));
  }

  static Message person(String ref) {
    return new Message(World.W1, ref, "", null, null, null, null);
  }

  /** What a connector tells of one person, and of which connection. */
  record Message(
      SessionKey session,
      String ref,
      String connection,
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable String email,
      @Nullable Boolean staff) {

    Message on(String id) {
      return new Message(session, ref, id, registrationId, name, email, staff);
    }

    Message named(String shown) {
      return new Message(session, ref, connection, registrationId, shown, email, staff);
    }

    Message mailed(String address) {
      return new Message(session, ref, connection, registrationId, name, address, staff);
    }

    Message registered(String id) {
      return new Message(session, ref, connection, id, name, email, staff);
    }

    Message helping() {
      return new Message(session, ref, connection, registrationId, name, email, true);
    }

    Told joined(String id, int minute) {
      return told(id, Happening.Kind.JOINED, minute, null);
    }

    Told left(String id, int minute) {
      return told(id, Happening.Kind.LEFT, minute, null);
    }

    Told present(String id, int from, int to) {
      return told(id, Happening.Kind.PRESENT, from, to);
    }

    private Told told(String id, Happening.Kind kind, int minute, @Nullable Integer until) {
      return new Told(
          session,
          Origin.Channel.FEED,
          "zoom",
          ref,
          registrationId,
          name,
          email,
          null,
          staff,
          new Happening(
              id,
              kind,
              Place.ONLINE,
              connection,
              at(minute),
              until == null ? null : at(Objects.requireNonNull(until)),
              null));
    }
  }

  static final class MemoryVisits extends InMemory<Visit> implements Visits {
    MemoryVisits() {
      super(new java.util.ArrayList<>());
    }

    @Override
    public List<Visit> of(SessionKey session) {
      return all().filter(visit -> visit.session().equals(session)).toList();
    }
  }

  private final class Still extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
