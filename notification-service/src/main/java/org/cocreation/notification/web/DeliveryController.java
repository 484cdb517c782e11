package org.cocreation.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Delivery;
import org.cocreation.notification.domain.Sending;
import org.cocreation.notification.domain.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of e-mails, for coordinators. */
@RestController
@RequestMapping("/api/notification")
@Tag(name = "Deliveries")
class DeliveryController {

  private final Deliveries deliveries;
  private final Sending sending;

  DeliveryController(Deliveries deliveries, Sending sending) {
    this.deliveries = deliveries;
    this.sending = sending;
  }

  @GetMapping("/programmes/{programmeId}/deliveries")
  @Operation(
      summary = "The e-mails of a programme, newest first",
      description = "For coordinators.")
  Page<DeliveryView> list(
      @PathVariable String programmeId,
      @Parameter(example = "failed") @RequestParam(required = false) @Nullable String state,
      @Parameter(example = "registered") @RequestParam(required = false) @Nullable String template,
      @RequestParam(required = false) @Nullable String registration,
      Cursor cursor) {
    Deliveries.Filter filter =
        new Deliveries.Filter(
            chosen("state", state, List.of(Delivery.State.values()), DeliveryView::word),
            chosen("template", template, Arrays.asList(Template.values()), Template::code),
            registration);
    return Page.of(
            deliveries.page(programmeId, filter, cursor.after(), cursor.fetch()),
            cursor,
            Delivery::deliveryId)
        .map(DeliveryView::of);
  }

  @GetMapping("/deliveries/{deliveryId}")
  @Operation(summary = "One e-mail", description = "For coordinators.")
  DeliveryView one(@PathVariable String deliveryId) {
    return DeliveryView.of(deliveries.find(deliveryId).orElseThrow(() -> unknown()));
  }

  @PostMapping("/deliveries/{deliveryId}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Idempotent
  @Operation(
      summary = "Sends a failed e-mail again",
      description = "For coordinators. Its attempts are counted anew.")
  DeliveryView retry(@PathVariable String deliveryId) {
    try {
      return DeliveryView.of(sending.retry(deliveryId).orElseThrow(() -> unknown()));
    } catch (IllegalStateException notFailed) {
      throw ProblemException.conflict(
          "not-failed", "Only a failed e-mail can be sent again; look at its state.");
    }
  }

  private static <T> @Nullable T chosen(
      String field, @Nullable String value, List<T> all, Function<T, String> word) {
    if (value == null || value.isBlank()) {
      return null;
    }
    Optional<T> found = all.stream().filter(one -> word.apply(one).equals(value)).findFirst();
    return found.orElseThrow(
        () -> {
          String expected = "one of " + String.join(", ", all.stream().map(word).toList());
          return ProblemException.invalid(
              field, expected, "Leave " + field + " out or give " + expected + ".");
        });
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("There is no delivery of that id.");
  }
}
