package org.cocreation.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.cocreation.notification.domain.Patience;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code notification} that say when and how often.
 *
 * @param sending how deliveries are taken up and tried again
 * @param reminders when people are reminded
 * @param rounds how e-mails to many are carried out
 * @param queue how the queue is watched
 */
@Validated
@ConfigurationProperties("notification")
public record NotificationProperties(
    @Valid @DefaultValue Sending sending,
    @Valid @DefaultValue Reminders reminders,
    @Valid @DefaultValue Rounds rounds,
    @Valid @DefaultValue Queue queue) {

  /**
   * The queue.
   *
   * @param interval how often it is counted for operators
   */
  public record Queue(@DefaultValue("10s") Duration interval) {}

  /**
   * Sending.
   *
   * @param workers connections to the mail server at once
   * @param claim deliveries per claim; as many can be sent twice if the service is ended meanwhile
   * @param interval how often the queue is looked at while nothing is due
   * @param lease how long a claim holds
   * @param attempts refusals for now after which a delivery has failed
   * @param firstPause after the first refusal; doubled after each further one
   * @param longestPause never more than this
   * @param awayPause between looks at a mail server that is away
   */
  public record Sending(
      @Min(1) @Max(50) @DefaultValue("2") int workers,
      @Min(1) @Max(1000) @DefaultValue("10") int claim,
      @DefaultValue("500ms") Duration interval,
      @DefaultValue("2m") Duration lease,
      @Min(1) @DefaultValue("10") int attempts,
      @DefaultValue("30s") Duration firstPause,
      @DefaultValue("2h") Duration longestPause,
      @DefaultValue("3s") Duration awayPause) {

    Patience patience() {
      return new Patience(lease, attempts, firstPause, longestPause, awayPause);
    }
  }

  /** How long before the start people are reminded. */
  public record Reminders(@DefaultValue("24h") Duration day, @DefaultValue("1h") Duration hour) {}

  /**
   * Rounds.
   *
   * @param page people per page
   * @param interval how often due rounds are looked for
   */
  public record Rounds(
      @Min(1) @Max(10_000) @DefaultValue("500") int page, @DefaultValue("2s") Duration interval) {}
}
