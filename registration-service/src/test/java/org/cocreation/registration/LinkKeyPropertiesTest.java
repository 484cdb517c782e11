package org.cocreation.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeyPropertiesTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
  void withoutAProperKeyItSaysWhichSettingIsMissingAndHowToMakeOne(@Nullable String key) {
    assertThatThrownBy(() -> new LinkKeyProperties(key))
        .hasMessageContaining("cocreation.link-key")
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void aProperKeyIsKeptOutOfLogs() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);

    LinkKeyProperties properties = new LinkKeyProperties(key);

    assertThat(properties.key()).hasSize(32);
    assertThat(properties.toString()).doesNotContain(key);
  }
}
