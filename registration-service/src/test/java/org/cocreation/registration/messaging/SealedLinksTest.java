package org.cocreation.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.registration.IssuedLink;
import org.cocreation.registration.domain.registration.Links;
import org.junit.jupiter.api.Test;

class SealedLinksTest {
  private static final byte[] KEY = new byte[32];
  private static final RegistrationId ANA = new RegistrationId("ana");

  private final Links links = new SealedLinks(KEY, new SecureRandom());

  @Test
  void sealsATokenOf43CharactersWhoseHashItKeeps() throws GeneralSecurityException {
    IssuedLink link = links.issue(ANA);

    String token = open(link.sealed(), "ana");

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(Links.hash(token)).isEqualTo(link.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void aSealIsBoundToItsRegistration() {
    IssuedLink link = links.issue(ANA);

    assertThatThrownBy(() -> open(link.sealed(), "ben")).isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void neverIssuesALinkTwice() {
    Set<String> hashes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(hashes.add(links.issue(ANA).hash())).isTrue();
    }
  }

  @Test
  void refusesAKeyOfAnotherLength() {
    assertThatThrownBy(() -> new SealedLinks(new byte[16], new SecureRandom()))
        .hasMessageContaining("32 bytes");
  }

  static String open(String sealed, String registrationId) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(KEY, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(bytes, 12)));
    cipher.updateAAD(registrationId.getBytes(StandardCharsets.UTF_8));
    return new String(cipher.doFinal(bytes, 12, bytes.length - 12), StandardCharsets.US_ASCII);
  }
}
