package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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
  private static final Match STAFF =
      new Match(
          Match.State.STAFF,
          Match.By.ROLE,
          List.of(),
          new Bilingual(
              "Listed as host, speaker or helper.",
              "Figura como anfitrión, ponente o personal de apoyo."));
  private static final Identity NAMELESS = new Identity(Identity.Kind.REGISTRATION, "erased");

  /** Keeps the entries in their order. */
  public Observation {
    entries = entries.stream().sorted(Comparator.comparing(Entry::origin)).toList();
  }

  /** By its id, for the rows of two that have the same are compared anyway. */
  @Override
  public int hashCode() {
    return observationId.hashCode();
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

  /**
   * Who it is taken for: by a coordinator's decision, here or remembered from another session; else
   * staff, if every row about it says so; else by matching.
   */
  public Match standing() {
    if (decision != null) {
      return decision.match();
    }
    boolean staff = !entries.isEmpty() && entries.stream().allMatch(Entry::staff);
    return staff && match.by() != Match.By.REMEMBERED ? STAFF : match;
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

  /** What is shown and searched for: one name, with what goes with it. */
  public Seen seen() {
    return new Seen(
        identity, EmailAddress.read(email).orElse(null), PersonName.read(name(), institution()));
  }

  /**
   * What matching looks at: every name that stood beside the same address, as several people may
   * use it.
   */
  public List<Seen> seenAs() {
    EmailAddress address = EmailAddress.read(email).orElse(null);
    List<Seen> all =
        entries.stream()
            .map(entry -> PersonName.read(entry.name(), entry.institution()))
            .distinct()
            .map(name -> new Seen(identity, address, name))
            .toList();
    return all.isEmpty() ? List.of(seen()) : all;
  }

  /** With exactly these rows of an import; what came otherwise stays as it is. */
  Observation given(String importId, Collection<Entry> rows, String reason) {
    List<Entry> all = new ArrayList<>(entries);
    all.removeIf(entry -> entry.origin().isOf(importId));
    all.addAll(rows);
    return holding(all, reason);
  }

  /** With what a feed told: of two entries with the same origin the higher revision counts. */
  Observation told(Collection<Entry> latest, String reason) {
    Map<Origin, Entry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.origin(), entry));
    latest.forEach(
        entry ->
            all.merge(
                entry.origin(),
                entry,
                (old, fresh) -> fresh.revision() > old.revision() ? fresh : old));
    return holding(all.values(), reason);
  }

  /** Without some rows. */
  Observation without(Predicate<Entry> gone, String reason) {
    return holding(entries.stream().filter(gone.negate()).toList(), reason);
  }

  /**
   * With these rows and no others. People for whom it no longer counts are still to be looked at
   * again.
   */
  private Observation holding(Collection<Entry> rows, String reason) {
    boolean erased = identity.equals(NAMELESS);
    Observation holding =
        with(
            rows.stream().map(entry -> erased ? entry.nameless() : entry).toList(),
            match,
            decision,
            unsettled);
    if (holding.entries.equals(entries)) {
      return this;
    }
    boolean lost =
        holding.entries.size() < entries.size() || !holding.credited().containsAll(credited());
    return credited().isEmpty() || !lost
        ? holding
        : holding.with(
            holding.entries,
            match,
            decision,
            owing(new LinkedHashSet<>(credited()), reason, false, List.of()));
  }

  Observation matchedAs(Match latest) {
    return with(entries, latest, decision, unsettled);
  }

  /** Decided by a coordinator; what follows is still to be done. */
  Observation decided(Decision latest, String reason) {
    Set<String> people = new LinkedHashSet<>(standing().registrationIds());
    people.addAll(latest.registrationIds());
    Happening happening =
        happening(
            Happening.Kind.DECISION,
            new Import.Signed(latest.by(), latest.at(), latest.reason()),
            latest.match());
    return with(entries, match, latest, owing(people, reason, true, List.of(happening)));
  }

  /** The decision is taken back, and matching begins anew. */
  Observation undecided(String reason, Import.Signed signed) {
    Set<String> people = new LinkedHashSet<>(standing().registrationIds());
    Happening happening = happening(Happening.Kind.DECISION_WITHDRAWN, signed, null);
    return with(
        entries, Match.waiting(NOT_YET), null, owing(people, reason, true, List.of(happening)));
  }

  private Happening happening(Happening.Kind kind, Import.Signed signed, @Nullable Match after) {
    Set<String> about = new LinkedHashSet<>(standing().registrationIds());
    if (after != null) {
      about.addAll(after.registrationIds());
    }
    return new Happening(
        observationId + "/" + (revision + 1),
        session,
        kind,
        signed.by(),
        signed.at(),
        null,
        observationId,
        List.copyOf(about),
        standing(standing()),
        after == null ? null : standing(after),
        signed.reason());
  }

  private static Happening.Standing standing(Match match) {
    return new Happening.Standing(match.state().word(), match.registrationIds(), null);
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
        NAMELESS,
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

  private Unsettled owing(
      Set<String> people, String reason, boolean decided, List<Happening> happened) {
    List<Happening> untold = new ArrayList<>();
    if (unsettled != null) {
      people.addAll(unsettled.registrationIds());
      untold.addAll(unsettled.untold());
    }
    untold.addAll(happened);
    return new Unsettled(
        List.copyOf(people), reason, decided || (unsettled != null && unsettled.decided()), untold);
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
