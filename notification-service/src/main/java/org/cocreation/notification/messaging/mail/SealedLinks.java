package org.cocreation.notification.messaging.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens personal links that registration sealed for the wire: base64 of a nonce of 12 bytes, the
 * AES-256-GCM ciphertext and its tag of 16 bytes, bound to the registration's id. An opened link
 * goes into its e-mail and nowhere else.
 */
@Component
class SealedLinks {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  /**
   * @param key base64 of 32 bytes
   * @throws IllegalStateException when it is missing or of another size
   */
  SealedLinks(@Value("${cocreation.link-key:}") String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException notBase64) {
      bytes = new byte[0];
    }
    if (bytes.length != 32) {
      throw new IllegalStateException(
          "cocreation.link-key is missing or is not base64 of 32 bytes. It is the key with which registration seals personal"
              + " links; give both services the same (COCREATION_LINKKEY).");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * The token of a sealed link.
   *
   * @throws IllegalArgumentException when it was sealed with another key or for somebody else
   */
  String open(String sealed, String registrationId) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
      cipher.updateAAD(registrationId.getBytes(StandardCharsets.UTF_8));
      return new String(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "The personal link cannot be opened: was it sealed with another cocreation.link-key?");
    }
  }
}
