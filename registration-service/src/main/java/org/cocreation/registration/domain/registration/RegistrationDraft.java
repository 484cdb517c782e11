package org.cocreation.registration.domain.registration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person sent in order to register, before anything is known to be there or right. */
public record RegistrationDraft(
    @Nullable String name,
    @Nullable String email,
    @Nullable String organisation,
    @Nullable String sector,
    @Nullable String district,
    @Nullable String language,
    @Nullable Map<String, @Nullable String> choices) {

  /** Personal data stays out of logs, also by accident. */
  @Override
  public String toString() {
    return "RegistrationDraft[…]";
  }
}
