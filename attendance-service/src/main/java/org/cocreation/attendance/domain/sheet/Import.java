package org.cocreation.attendance.domain.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.jspecify.annotations.Nullable;

/**
 * A file that a coordinator sent for a session, and what became of it. The same file for the same
 * session, read in the same way, is the same import, whatever its state.
 *
 * <p>It is read first and changes nothing; once a coordinator accepts it, its rows are brought in;
 * they can be taken back, and the import can be accepted again.
 *
 * @param importId hash of session, mapping and contents
 * @param session where it belongs
 * @param fileName as the coordinator's machine called it
 * @param status how far it has come
 * @param report what it would give, or gave; null for a quarantined one
 * @param seen what a quarantined file begins with and comes near; null otherwise
 * @param by who sent it
 * @param at when
 * @param acceptance who accepted it, when and why; null when nobody did
 * @param undo who took it back since, when and why; null when nobody did
 * @param times how often it was accepted
 * @param progress how far its rows are brought in or taken out; null while neither is being done
 * @param touchedAt when its status or progress last changed
 */
public record Import(
    String importId,
    SessionKey session,
    String fileName,
    Status status,
    @Nullable ImportReport report,
    @Nullable String seen,
    String by,
    Instant at,
    @Nullable Signed acceptance,
    @Nullable Signed undo,
    int times,
    @Nullable Progress progress,
    Instant touchedAt) {

  /** The id of the import of these contents, read with this mapping, into a session. */
  public static String idOf(
      SessionKey session, @Nullable ColumnMapping mapping, Contents contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      part(digest, session.value());
      part(digest, mapping == null ? "" : mapping.columns().toString() + mapping.where());
      digest.update(contents.bytes());
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A file that was sent and not read yet. */
  static Import sent(String importId, SessionKey session, String fileName, String by, Instant at) {
    return new Import(
        importId,
        session,
        fileName,
        Status.QUARANTINED,
        null,
        null,
        by,
        at,
        null,
        null,
        0,
        null,
        at);
  }

  /** The same file sent now, with what became of it before. */
  Import sentBefore(Import before) {
    return new Import(
        importId,
        session,
        fileName,
        status,
        null,
        null,
        by,
        at,
        before.acceptance,
        before.undo,
        before.times,
        null,
        at);
  }

  /** Sorts a session's imports with the latest first; unique. */
  public String position() {
    return "%019d-%s".formatted(Long.MAX_VALUE - at.toEpochMilli(), importId);
  }

  /** Whether its rows are being brought in or taken out. */
  public boolean unfinished() {
    return status == Status.APPLYING || status == Status.UNDOING;
  }

  /** Read, and waiting for a coordinator's word. */
  Import previewed(ImportReport foreseen, Instant now) {
    return with(Status.PREVIEW, foreseen, acceptance, undo, times, null, now);
  }

  /** No format recognises it. */
  Import quarantined(String begins, Instant now) {
    return new Import(
        importId,
        session,
        fileName,
        Status.QUARANTINED,
        null,
        begins,
        by,
        at,
        acceptance,
        undo,
        times,
        null,
        now);
  }

  Import accepted(Signed latest) {
    return with(
        Status.APPLYING,
        report,
        latest,
        null,
        times + 1,
        new Progress(0, Objects.requireNonNull(report).accepted()),
        latest.at());
  }

  Import applied(ImportReport figures, Instant now) {
    return with(Status.APPLIED, figures, acceptance, null, times, null, now);
  }

  Import undoing(Signed latest) {
    int people = report == null ? 0 : report.people();
    return with(
        Status.UNDOING, report, acceptance, latest, times, new Progress(0, people), latest.at());
  }

  /** Taken out, or a preview of what was taken out before that was let go. */
  Import undone(Instant now) {
    return with(Status.UNDONE, report, acceptance, undo, times, null, now);
  }

  /** At least so much is done. */
  Import progressed(int done, Instant now) {
    return progress == null
        ? this
        : with(
            status,
            report,
            acceptance,
            undo,
            times,
            new Progress(Math.max(done, progress.done()), Math.max(done, progress.total())),
            now);
  }

  private Import with(
      Status next,
      @Nullable ImportReport figures,
      @Nullable Signed accepted,
      @Nullable Signed undoneBy,
      int acceptances,
      @Nullable Progress reached,
      Instant now) {
    return new Import(
        importId,
        session,
        fileName,
        next,
        figures,
        null,
        by,
        at,
        accepted,
        undoneBy,
        acceptances,
        reached,
        now);
  }

  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  /** How far an import has come. */
  public enum Status {
    /** It was read and has no effect; a coordinator may accept it or let it go. */
    PREVIEW("preview"),
    /** Its rows are being brought in. */
    APPLYING("applying"),
    /** All its rows are in. */
    APPLIED("applied"),
    /** Its rows are being taken out. */
    UNDOING("undoing"),
    /** All its rows are out again. */
    UNDONE("undone"),
    /** No format recognised the file; it was put aside and changed nothing. */
    QUARANTINED("quarantined");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }

  /**
   * Who did something.
   *
   * @param by the coordinator
   * @param at when
   * @param reason why; null when none was given
   */
  public record Signed(String by, Instant at, @Nullable String reason) {}

  /**
   * How far something has come.
   *
   * @param done so many are done
   * @param total of so many: rows when they are brought in, people seen when they are taken out
   */
  public record Progress(int done, int total) {}
}
