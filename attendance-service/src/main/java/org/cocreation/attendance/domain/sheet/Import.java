package org.cocreation.attendance.domain.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.jspecify.annotations.Nullable;

/**
 * A file brought into a session, and what became of it. The same file into the same session, read
 * in the same way, is the same import.
 *
 * @param importId hash of session, mapping and contents
 * @param session where it belongs
 * @param fileName as the coordinator's machine called it
 * @param status how far it has come
 * @param report what it gave; null until it was read, and for a quarantined one
 * @param seen the first line of a quarantined file; null otherwise
 * @param by who brought it
 * @param at when
 * @param reason why, when the session's attendance already counted
 * @param undo who took it back, when and why; null when nobody did
 * @param touchedAt when its status last changed, or work on it was last begun
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
    @Nullable String reason,
    @Nullable Undo undo,
    Instant touchedAt) {

  /** The id of the import of these contents, read with this mapping, into a session. */
  public static String idOf(
      SessionKey session, @Nullable ColumnMapping mapping, Contents contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      part(digest, session.value());
      part(digest, mapping == null ? "" : mapping.columns().toString());
      digest.update(contents.bytes());
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Sorts a session's imports with the latest first; unique. */
  public String position() {
    return "%019d-%s".formatted(Long.MAX_VALUE - at.toEpochMilli(), importId);
  }

  Import applied(ImportReport figures, Instant now) {
    return new Import(
        importId, session, fileName, Status.APPLIED, figures, null, by, at, reason, null, now);
  }

  Import undoing(Undo latest) {
    return new Import(
        importId,
        session,
        fileName,
        Status.UNDOING,
        report,
        null,
        by,
        at,
        reason,
        latest,
        latest.at());
  }

  Import undone(Instant now) {
    return new Import(
        importId, session, fileName, Status.UNDONE, report, null, by, at, reason, undo, now);
  }

  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  /** How far an import has come. */
  public enum Status {
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
   * Who took an import back.
   *
   * @param by the coordinator
   * @param at when
   * @param reason why; null when none was given
   */
  public record Undo(String by, Instant at, @Nullable String reason) {}
}
