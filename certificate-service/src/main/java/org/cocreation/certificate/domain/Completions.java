package org.cocreation.certificate.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the completions are kept. A change and what it announces are kept together or not at all.
 */
public interface Completions {

  /**
   * What a decision about one completion comes to.
   *
   * @param completion what to keep, or null to leave everything as it is
   * @param events what to announce
   */
  record Outcome(@Nullable Completion completion, List<CompletionEvent> events) {

    /** Nothing changes. */
    public static Outcome unchanged() {
      return new Outcome(null, List.of());
    }
  }

  /**
   * A decision about one completion; it may be asked again when somebody else was faster.
   *
   * @param registrationId whose completion
   * @param cause the id of the event behind it, which is then taken in only once; null where a
   *     repeat does no harm
   * @param decide from what is kept now to what shall be kept
   */
  record Change(
      String registrationId,
      @Nullable String cause,
      Function<Optional<Completion>, Outcome> decide) {}

  /**
   * Which completions to list; a null part lets everything through.
   *
   * @param verdict of the last judgement
   * @param certificate status of the certificate
   */
  record Filter(@Nullable Verdict verdict, Certificate.@Nullable Status certificate) {}

  /** The completion of that registration. */
  Optional<Completion> find(String registrationId);

  /** The completion whose certificate has that serial. */
  Optional<Completion> bearing(Serial serial);

  /** The completion of whoever holds the personal link with that SHA-256. */
  Optional<Completion> openedBy(String linkHash);

  /** Completions last judged against an older revision of the programme; at most {@code limit}. */
  List<Completion> judgedBefore(String programmeId, int revision, int limit);

  /** A page of a programme's completions by registration id, starting behind {@code after}. */
  List<Completion> page(String programmeId, Filter filter, @Nullable String after, int limit);

  /**
   * Decides and keeps; once for a request under an Idempotency-Key, however often it comes. Returns
   * what is kept afterwards; empty if nothing is.
   */
  Optional<Completion> change(Change change);

  /**
   * Decides and keeps many in bulk; several about the same completion are decided in their order.
   */
  void changeAll(List<Change> changes);
}
