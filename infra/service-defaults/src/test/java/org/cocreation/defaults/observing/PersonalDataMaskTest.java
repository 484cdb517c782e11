package org.cocreation.defaults.observing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_0";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail to ana.penate+x@fisheries.example failed | mail to *** failed",
        "<peña.ñandú@correo.example>: unknown | <***>: unknown",
        "a@b.example,c@d.example | ***,***",
        "mongodb://user:secret@store.example/x | mongodb://user:***/x",
        "Authorization: Bearer abc.def-ghi | Authorization: Bearer ***",
        "Authorization: personallink xyz | Authorization: personallink ***",
        "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl here | token *** here"
      })
  void takesOutWhatLeadsToAPerson(String text, String masked) {
    assertThat(PersonalDataMask.masked(text)).isEqualTo(masked);
  }

  @Test
  void takesOutALinksTokenWhereverItStands() {
    assertThat(PersonalDataMask.masked("GET /me/" + TOKEN + " 200")).isEqualTo("GET /me/*** 200");
    assertThat(PersonalDataMask.masked(TOKEN)).isEqualTo("***");
    assertThat(PersonalDataMask.masked("{\"token\":\"" + TOKEN + "\"}"))
        .isEqualTo("{\"token\":\"***\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Started registration in 3.1 seconds",
        "registration 6f1c9d0e-6f55-4b0e-8f61-1d9d3a1e9a55 was cancelled",
        "org.example.Thing@1a2b3c4d",
        "sha-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "partitions assigned: [registration.events-0, registration.events-1]",
        "4bf92f3577b34da6a3ce929d0e0e4736"
      })
  void leavesTheRestAsItIs(String text) {
    assertThat(PersonalDataMask.masked(text)).isEqualTo(text);
  }
}
