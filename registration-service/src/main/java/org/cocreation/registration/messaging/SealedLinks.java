package org.cocreation.registration.messaging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.registration.IssuedLink;
import org.cocreation.registration.domain.registration.Links;

/**
 * Makes personal links: 32 random bytes, base64url. Only the SHA-256 is kept; on the wire the token
 * travels sealed with AES-256-GCM, bound to its registration, as base64(nonce of 12 bytes ‖
 * ciphertext ‖ tag of 16 bytes).
 */
final class SealedLinks implements Links {
  private static final int TOKEN_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** A thread's own: looking one up takes half as long as sealing. */
  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(SealedLinks::cipher);

  private final SecretKey key;
  private final SecureRandom random;

  /**
   * @param key 32 bytes
   */
  SealedLinks(byte[] key, SecureRandom random) {
    if (key.length != 32) {
      throw new IllegalArgumentException("a link key has 32 bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  @Override
  public IssuedLink issue(RegistrationId registration) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new IssuedLink(Links.hash(token), seal(token, registration));
  }

  private String seal(String token, RegistrationId registration) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      Cipher cipher = CIPHERS.get();
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(registration.value().getBytes(StandardCharsets.UTF_8));
      byte[] ciphertext = cipher.doFinal(token.getBytes(StandardCharsets.US_ASCII));
      byte[] sealed = new byte[NONCE_BYTES + ciphertext.length];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw withoutAes(e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw withoutAes(e);
    }
  }

  private static IllegalStateException withoutAes(GeneralSecurityException e) {
    return new IllegalStateException("every JDK has AES-GCM", e);
  }
}
