package org.cocreation.notification.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedLinksTest {

  @Test
  void opensWhatRegistrationSealed() {
    assertThat(Letters.LINKS.open(Letters.sealed(Letters.TOKEN, "r-1"), "r-1"))
        .isEqualTo(Letters.TOKEN);
  }

  @Test
  void doesNotOpenAnothersOrADamagedOne() {
    String sealed = Letters.sealed(Letters.TOKEN, "r-1");
    assertThatThrownBy(() -> Letters.LINKS.open(sealed, "r-2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Letters.LINKS.open("AAAA", "r-1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Letters.LINKS.open("not base64!", "r-1"))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] other = new byte[32];
    other[0] = 1;
    SealedLinks otherKey = new SealedLinks(Base64.getEncoder().encodeToString(other));
    assertThatThrownBy(() -> otherKey.open(sealed, "r-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesTheMissingKey() {
    for (String bad : new String[] {"", "abc", Base64.getEncoder().encodeToString(new byte[16])}) {
      assertThatThrownBy(() -> new SealedLinks(bad))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cocreation.link-key");
    }
  }
}
