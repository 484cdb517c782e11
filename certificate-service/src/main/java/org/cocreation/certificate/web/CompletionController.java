package org.cocreation.certificate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.Completion;
import org.cocreation.certificate.domain.Completions;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Programmes;
import org.cocreation.certificate.domain.Verdict;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has completed a programme, and why or why not. */
@RestController
@RequestMapping("/api/certificate")
@Tag(name = "Completion")
class CompletionController {

  private final Completions completions;
  private final Programmes programmes;
  private final PublicAddress address;

  CompletionController(Completions completions, Programmes programmes, PublicAddress address) {
    this.completions = completions;
    this.programmes = programmes;
    this.address = address;
  }

  @GetMapping("/programmes/{programmeId}/completions")
  @Operation(summary = "The completions of a programme", description = "For coordinators.")
  Page<CompletionView> list(
      @PathVariable String programmeId,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String certificate,
      Cursor cursor) {
    Completions.Filter filter =
        new Completions.Filter(
            constant(Verdict.class, "verdict", verdict),
            constant(Certificate.Status.class, "certificate", certificate));
    Programme programme = programme(programmeId);
    return Page.of(
            completions.page(programmeId, filter, cursor.after(), cursor.fetch()),
            cursor,
            Completion::registrationId)
        .map(completion -> CompletionView.of(completion, programme, address));
  }

  @GetMapping("/completions/{registrationId}")
  @Operation(summary = "The completion of one registration", description = "For coordinators.")
  CompletionView one(@PathVariable String registrationId) {
    return view(registrationId);
  }

  @GetMapping("/me")
  @Operation(summary = "One's own completion", description = "By personal link.")
  CompletionView mine(@AuthenticationPrincipal LinkHolder me) {
    return view(me.registrationId());
  }

  private CompletionView view(String registrationId) {
    Completion completion =
        completions
            .find(registrationId)
            .orElseThrow(
                () -> ProblemException.notFound("There is no completion of that registration."));
    return CompletionView.of(completion, programme(completion.programmeId()), address);
  }

  private Programme programme(String programmeId) {
    return programmes.find(programmeId).orElseGet(() -> Programme.unheardOf(programmeId));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (CompletionView.word(constant).equals(value.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    String all =
        String.join(
            ", ", Arrays.stream(type.getEnumConstants()).map(CompletionView::word).toList());
    throw ProblemException.invalid(
        field, "one of " + all, "Leave " + field + " out or give one of " + all + ".");
  }
}
