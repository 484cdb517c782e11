package org.cocreation.defaults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A request under an {@code Idempotency-Key}, over all of its attempts. An effect and the answer
 * that is kept of it are two writes; between them the store or the process can die. So whoever
 * changes something for such a request has {@link #id()} remembered in that same write, and makes
 * the ids of what is new by {@link #drawn()}. The next attempt then finds what the one before has
 * done.
 *
 * <p>For the thread that handles the request only.
 */
public final class KeyedRequest {

  private static final String ATTRIBUTE = KeyedRequest.class.getName();

  private final UUID id;
  private final Instant firstAskedAt;
  private final boolean again;
  private int draws;

  /**
   * A request that has been claimed.
   *
   * @param id random, made at the first attempt and kept
   * @param firstAskedAt when the first attempt came
   * @param again whether there was an attempt before this one
   */
  public KeyedRequest(UUID id, Instant firstAskedAt, boolean again) {
    this.id = id;
    this.firstAskedAt = firstAskedAt;
    this.again = again;
  }

  /** The request that this thread carries out; empty when it has no key, or there is none. */
  public static Optional<KeyedRequest> current() {
    RequestAttributes around = RequestContextHolder.getRequestAttributes();
    return around != null
            && around.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof KeyedRequest request
        ? Optional.of(request)
        : Optional.empty();
  }

  /** The name under which the servlet request carries it. */
  public static String attribute() {
    return ATTRIBUTE;
  }

  /** The same for each attempt, and nobody else's. */
  public String id() {
    return id.toString();
  }

  /** The same for each attempt. */
  public Instant firstAskedAt() {
    return firstAskedAt;
  }

  /** Whether an earlier attempt may have had its effect. */
  public boolean again() {
    return again;
  }

  /** 32 bytes that nobody can guess; at each attempt the same ones in the same order. */
  public byte[] drawn() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((id + "/" + draws++).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
