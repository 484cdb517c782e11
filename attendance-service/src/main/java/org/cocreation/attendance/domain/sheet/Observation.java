package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.matching.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the feeds saw in one session under one identity, with every row about them, and who
 * they are taken for.
 *
 * <p>The rows are a set: in which order imports came does not show. A coordinator's decision stands
 * above automatic matching, and stays when the rows go.
 *
 * @param observationId hash of session and identity
 * @param session where
 * @param identity under what
 * @param email as the feeds gave it
 * @param entries the rows, by import and line
 * @param match what matching makes of it without a coordinator
 * @param decision what a coordinator decided; null when nothing
 * @param unsettled what has yet to follow from the last decision; null when nothing
 * @param revision counts the changes
 */
public record Observation(
    String observationId,
    SessionKey session,
    Identity identity,
    @Nullable String email,
    List<Entry> entries,
    Match match,
    @Nullable Decision decision,
    @Nullable Unsettled unsettled,
    int revision) {

  private static final Bilingual NOT_YET =
      new Bilingual("Not looked up yet.", "Aún no se ha buscado.");
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::importId).thenComparingInt(Entry::row);

  /** Keeps the entries in their order. */
  public Observation {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /** The id of the observation of an identity in a session. */
  public static String idOf(SessionKey session, Identity identity) {
    return identity.idWithin(session.value());
  }

  /** Somebody seen for the first time in a session. */
  public static Observation first(SessionKey session, Identity identity, @Nullable String email) {
    return new Observation(
        idOf(session, identity),
        session,
        identity,
        email,
        List.of(),
        Match.waiting(NOT_YET),
        null,
        null,
        0);
  }

  /** Who it is taken for: by decision, else by matching. */
  public Match standing() {
    return decision == null ? match : decision.match();
  }

  /** The people whom its rows count for. */
  public List<String> credited() {
    return entries.isEmpty() ? List.of() : standing().registrationIds();
  }

  /** Whether a coordinator is waited for. */
  public boolean waits() {
    return !entries.isEmpty() && standing().state() == Match.State.WAITING;
  }

  /**
   * The name to show and to match by: the first in alphabetical order, so that it does not depend
   * on the imports' order.
   */
  public @Nullable String name() {
    return entries.stream()
        .map(Entry::name)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The institution that goes with it. */
  public @Nullable String institution() {
    return entries.stream()
        .map(Entry::institution)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What matching looks at. */
  public Seen seen() {
    return new Seen(
        identity, EmailAddress.read(email).orElse(null), PersonName.read(name(), institution()));
  }

  /** With exactly these rows of an import; rows of other imports stay as they are. */
  Observation given(String importId, Collection<Entry> rows) {
    List<Entry> all = new ArrayList<>(entries);
    all.removeIf(entry -> entry.importId().equals(importId));
    all.addAll(rows);
    return with(all, match, decision, unsettled);
  }

  /**
   * Without the rows of an import; the people for whom they counted are still to be looked at
   * again.
   */
  Observation without(String importId, String reason) {
    Observation left = given(importId, List.of());
    return credited().isEmpty()
        ? left
        : left.with(left.entries, match, decision, owing(new LinkedHashSet<>(credited()), reason));
  }

  Observation matchedAs(Match latest) {
    return with(entries, latest, decision, unsettled);
  }

  /** Decided by a coordinator; what follows is still to be done. */
  Observation decided(Decision latest, String reason) {
    Set<String> people = new LinkedHashSet<>(standing().registrationIds());
    people.addAll(latest.registrationIds());
    return with(entries, match, latest, owing(people, reason));
  }

  /** The decision is taken back, and matching begins anew. */
  Observation undecided(String reason) {
    Set<String> people = new LinkedHashSet<>(standing().registrationIds());
    return with(entries, Match.waiting(NOT_YET), null, owing(people, reason));
  }

  Observation settled() {
    return with(entries, match, decision, null);
  }

  /**
   * Without anything that names a person: for erasure. What was credited to whom stays, by
   * pseudonymous id.
   */
  Observation nameless() {
    return new Observation(
        observationId,
        session,
        new Identity(Identity.Kind.REGISTRATION, "erased"),
        null,
        entries.stream().map(Entry::nameless).toList(),
        standing().state() == Match.State.WAITING
            ? new Match(
                Match.State.NOBODY,
                Match.By.DECISION,
                List.of(),
                new Bilingual("Erased.", "Borrado."))
            : standing(),
        null,
        unsettled,
        revision + 1);
  }

  private Unsettled owing(Set<String> people, String reason) {
    if (unsettled != null) {
      people.addAll(unsettled.registrationIds());
    }
    return new Unsettled(List.copyOf(people), reason);
  }

  private Observation with(
      List<Entry> rows,
      Match latest,
      @Nullable Decision decided,
      @Nullable Unsettled stillUnsettled) {
    return new Observation(
        observationId,
        session,
        identity,
        email,
        rows,
        latest,
        decided,
        stillUnsettled,
        revision + 1);
  }
}
