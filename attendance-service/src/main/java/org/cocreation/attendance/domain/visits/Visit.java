package org.cocreation.attendance.domain.visits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.sheet.Observed;
import org.cocreation.attendance.domain.sheet.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What one source saw of one person in one session, as a set of happenings: in which order they
 * arrived, and how often, does not show. What it comes to, such as stays of joined and left, is
 * made of the whole set each time.
 *
 * <p>Joined and left pair when one follows the other directly in the same connection. A left
 * without its joined is a stay whose beginning is unknown until that arrives; a joined without its
 * left is one whose end is unknown. Nothing is guessed.
 *
 * @param visitId hash of session, source and reference
 * @param session where
 * @param channel by which way it comes
 * @param source who tells it
 * @param ref the source's own id of the person; "" once erased
 * @param registrationId who it is, as the source said last; null while it said nothing
 * @param name as the source showed it last; null while it showed nothing
 * @param email as the source showed it last; null while it showed nothing
 * @param institution as the source showed it last; null while it showed nothing
 * @param staff "true" when they were last said to be there as host, speaker or helper
 * @param happenings what happened, in order of time
 * @param erased whether the person was erased: final, and nothing is taken in any more
 * @param revision counts the changes
 */
public record Visit(
    String visitId,
    SessionKey session,
    Origin.Channel channel,
    String source,
    String ref,
    @Nullable Said registrationId,
    @Nullable Said name,
    @Nullable Said email,
    @Nullable Said institution,
    @Nullable Said staff,
    List<Happening> happenings,
    boolean erased,
    int revision) {

  /** The most happenings that are kept of one visit. */
  public static final int MOST = 1_000;

  /** Keeps the happenings in order of time. */
  public Visit {
    happenings = happenings.stream().sorted(Happening.ORDER).toList();
  }

  /** The id of what a source saw of somebody in a session. */
  public static String idOf(SessionKey session, Origin.Channel channel, String source, String ref) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (session.value() + "\n" + channel + "\n" + source + "\n" + ref)
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static Visit first(Told told) {
    return new Visit(
        told.visitId(),
        told.session(),
        told.channel(),
        told.source(),
        told.ref(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        false,
        0);
  }

  /** Whether this has been taken in before. */
  boolean knows(String happeningId) {
    return happenings.stream().anyMatch(each -> each.id().equals(happeningId));
  }

  /**
   * With one thing more; what is known already, and anything about somebody who was erased, changes
   * nothing.
   *
   * @throws IllegalStateException when that is more than any person does in one session
   */
  Visit with(Told told) {
    Happening happening = told.happening();
    if (erased || knows(happening.id())) {
      return this;
    }
    if (happenings.size() >= MOST) {
      throw new IllegalStateException("more than " + MOST + " events about one participant");
    }
    List<Happening> all = new ArrayList<>(happenings);
    all.add(happening);
    Boolean saidStaff = told.staff();
    return new Visit(
        visitId,
        session,
        channel,
        source,
        ref,
        Said.latest(registrationId, told.registrationId(), happening),
        Said.latest(name, told.name(), happening),
        Said.latest(email, told.email(), happening),
        Said.latest(institution, told.institution(), happening),
        Said.latest(staff, saidStaff == null ? null : saidStaff.toString(), happening),
        all,
        false,
        revision + 1);
  }

  /** Without anything that names a person. */
  Visit nameless() {
    return erased
        ? this
        : new Visit(
            visitId,
            session,
            channel,
            source,
            "",
            null,
            null,
            null,
            null,
            staff,
            happenings,
            true,
            revision + 1);
  }

  /** Under what they were seen; empty when nothing names them yet. */
  public Optional<Identity> identity() {
    return Identity.of(
        Said.word(registrationId),
        EmailAddress.read(Said.word(email)).orElse(null),
        PersonName.read(Said.word(name), Said.word(institution)));
  }

  /** Whether they are there as host, speaker or helper. */
  public boolean isStaff() {
    return staff != null && Boolean.parseBoolean(staff.value());
  }

  /** Whether they are at a place at a moment, as far as the source tells. */
  public boolean insideAt(Place place, Instant moment) {
    boolean present =
        happenings.stream()
            .anyMatch(
                each ->
                    each.place() == place
                        && each.until() != null
                        && !moment.isBefore(each.at())
                        && moment.isBefore(each.until()));
    return present
        || connections().values().stream()
            .map(all -> all.get(all.size() - 1))
            .anyMatch(last -> last.kind() == Happening.Kind.JOINED && last.place() == place);
  }

  /** Whether they were ever seen at a place. */
  public boolean seenAt(Place place) {
    return happenings.stream().anyMatch(each -> each.place() == place);
  }

  /** What it says about their presence, as the sheet takes it in. */
  List<Observed> observed() {
    List<Observed> all = new ArrayList<>();
    for (Happening each : happenings) {
      if (each.kind() == Happening.Kind.PRESENT) {
        all.add(row(all.size(), each, stay(each, each.at(), Objects.requireNonNull(each.until()))));
      } else if (each.kind() == Happening.Kind.SCAN) {
        all.add(row(all.size(), each, Evidence.scan(each.at(), each.stated())));
      }
    }
    for (List<Happening> connection : connections().values()) {
      Happening open = null;
      Happening orphan = null;
      for (Happening each : connection) {
        if (each.kind() == Happening.Kind.JOINED
            && orphan != null
            && orphan.at().equals(each.at())) {
          all.add(row(all.size(), each, stay(each, each.at(), each.at())));
          orphan = null;
        } else if (each.kind() == Happening.Kind.JOINED) {
          addOpen(all, open, orphan);
          open = each;
          orphan = null;
        } else if (open != null) {
          all.add(row(all.size(), open, stay(open, open.at(), each.at())));
          open = null;
        } else {
          addOpen(all, null, orphan);
          orphan = each;
        }
      }
      addOpen(all, open, orphan);
    }
    return all;
  }

  private void addOpen(List<Observed> all, @Nullable Happening joined, @Nullable Happening left) {
    if (joined != null) {
      all.add(row(all.size(), joined, Evidence.openStay(joined.place(), joined.at(), null)));
    }
    if (left != null) {
      all.add(row(all.size(), left, Evidence.openStay(left.place(), null, left.at())));
    }
  }

  private static Evidence stay(Happening where, Instant from, Instant to) {
    return Evidence.stay(where.place(), from, to);
  }

  private Observed row(int number, Happening about, Evidence evidence) {
    Origin origin =
        channel == Origin.Channel.SCAN
            ? new Origin(
                channel,
                about.by(),
                about.id().substring(about.by().length() + 1) + "@" + visitId.substring(0, 8))
            : new Origin(channel, source, visitId + "#" + number);
    return new Observed(
        origin,
        revision,
        Said.word(registrationId),
        Said.word(name),
        Said.word(email),
        Said.word(institution),
        evidence,
        isStaff());
  }

  /** The visit that an origin belongs to, for what connectors tell. */
  static Optional<String> visitOf(Origin origin) {
    int hash = origin.position().indexOf('#');
    return origin.channel() == Origin.Channel.FEED && hash > 0
        ? Optional.of(origin.position().substring(0, hash))
        : Optional.empty();
  }

  private Map<String, List<Happening>> connections() {
    Map<String, List<Happening>> connections = new TreeMap<>();
    for (Happening each : happenings) {
      if (each.kind() == Happening.Kind.JOINED || each.kind() == Happening.Kind.LEFT) {
        connections.computeIfAbsent(each.by(), key -> new ArrayList<>()).add(each);
      }
    }
    return connections;
  }
}
