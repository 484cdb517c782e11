package org.cocreation.registration;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key under which personal links travel to the one who writes the e-mails. It has no default:
 * without a proper one the service does not start, and says so.
 *
 * @param linkKey base64 of 32 random bytes
 */
@ConfigurationProperties("cocreation")
public record LinkKeyProperties(@Nullable String linkKey) {
  private static final String ADVICE =
      "Set cocreation.link-key (environment: COCREATION_LINK_KEY) to the base64 of 32 random bytes, the same for"
          + " registration and notification; `openssl rand -base64 32` makes one.";

  public LinkKeyProperties {
    if (linkKey == null || linkKey.isBlank()) {
      throw new IllegalArgumentException("cocreation.link-key is not set. " + ADVICE);
    }
    if (decoded(linkKey).length != 32) {
      throw new IllegalArgumentException(
          "cocreation.link-key is not 32 bytes in base64. " + ADVICE);
    }
  }

  /** The 32 bytes. */
  public byte[] key() {
    return decoded(String.valueOf(linkKey));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "LinkKeyProperties[…]";
  }
}
