package org.cocreation.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/deadletters}: GET lists the newest, GET {@code /{id}} shows one with its value,
 * POST {@code /{id}} replays it, POST {@code /all} replays all that were not replayed yet. For
 * administrators.
 */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

  private final DeadLetterBox box;

  DeadLettersEndpoint(DeadLetterBox box) {
    this.box = box;
  }

  /** The newest letters, newest first. */
  record Letters(List<DeadLetter> items) {}

  @ReadOperation
  Letters letters() {
    return new Letters(box.list());
  }

  @ReadOperation
  @Nullable DeadLetter letter(@Selector String id) {
    return box.find(id).orElse(null);
  }

  @WriteOperation
  @Nullable Letters replay(@Selector String id) {
    if (id.equals("all")) {
      return new Letters(box.replayAll());
    }
    return box.replay(id).map(letter -> new Letters(List.of(letter))).orElse(null);
  }
}
