package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cocreation.attendance.domain.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * One line of a session's history: who did what, when and why. It names people by their
 * registration id alone, and never changes, except that a reason goes when somebody whom it is
 * about is erased.
 *
 * @param happeningId made from its cause, so that telling it twice is telling it once
 * @param session where
 * @param kind what
 * @param by the coordinator; null where nobody did it, but something followed
 * @param at when
 * @param importId the import that it is about; null when it is about none
 * @param observationId the observation that it is about; null when it is about none
 * @param registrationIds the people whom it is about
 * @param before what stood before; null when nothing did
 * @param after what stands since; null when nothing does
 * @param reason why; null when nobody said
 */
public record Happening(
    String happeningId,
    SessionKey session,
    Kind kind,
    @Nullable String by,
    Instant at,
    @Nullable String importId,
    @Nullable String observationId,
    List<String> registrationIds,
    @Nullable Standing before,
    @Nullable Standing after,
    @Nullable String reason) {

  /** Keeps its own copy. */
  public Happening {
    registrationIds = List.copyOf(registrationIds);
  }

  static Happening accepted(Import it, Import.Signed acceptance) {
    return ofImport(it, Kind.IMPORT_ACCEPTED, acceptance);
  }

  static Happening undone(Import it, Import.Signed undo) {
    return ofImport(it, Kind.IMPORT_UNDONE, undo);
  }

  static Happening closing(Sheet sheet) {
    return new Happening(
        sheet.session().value() + "/" + Kind.CLOSING.word(),
        sheet.session(),
        Kind.CLOSING,
        sheet.closedBy(),
        Objects.requireNonNull(sheet.closingSince()),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  private static Happening ofImport(Import it, Kind kind, Import.Signed signed) {
    return new Happening(
        it.importId() + "/" + kind.word() + "/" + it.times(),
        it.session(),
        kind,
        signed.by(),
        signed.at(),
        it.importId(),
        null,
        List.of(),
        null,
        null,
        signed.reason());
  }

  /** Sorts a session's history with the latest first; unique. */
  public String position() {
    return "%019d-%s".formatted(Long.MAX_VALUE - at.toEpochMilli(), happeningId);
  }

  /** Without words that may name somebody. */
  Happening nameless() {
    return reason == null
        ? this
        : new Happening(
            happeningId,
            session,
            kind,
            by,
            at,
            importId,
            observationId,
            registrationIds,
            before,
            after,
            "erased");
  }

  /** What can happen. */
  public enum Kind {
    /** An import was accepted and brought in. */
    IMPORT_ACCEPTED("import-accepted"),
    /** An import was taken back. */
    IMPORT_UNDONE("import-undone"),
    /** It was decided who an observation is. */
    DECISION("decision"),
    /** Such a decision was taken back. */
    DECISION_WITHDRAWN("decision-withdrawn"),
    /** Somebody was marked as attended or not. */
    MARK("mark"),
    /** Such a mark was taken back. */
    MARK_WITHDRAWN("mark-withdrawn"),
    /** The session was closed. */
    CLOSING("closing"),
    /** Attendance that counted was corrected. */
    CORRECTION("correction");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }

  /**
   * What stands, as a word on the wire.
   *
   * @param word an outcome, or the state of an observation, or what a mark says
   * @param registrationIds the people whom an observation counts for
   * @param minutes the minutes present; null when they are unknown or not what it is about
   */
  public record Standing(String word, List<String> registrationIds, @Nullable Integer minutes) {

    /** Keeps its own copy. */
    public Standing {
      registrationIds = List.copyOf(registrationIds);
    }
  }
}
