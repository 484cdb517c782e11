package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final int SCOPE = 8;

  private static Identity email(String address) {
    return new Identity(Identity.Kind.EMAIL, address);
  }

  @Test
  void hasAnIdOfItsOwnInEachScopeThatDoesNotSpellItOut() {
    assertThat(email("ana@civic.example").idWithin("belize-2020/w1"))
        .isEqualTo(email("ana@civic.example").idWithin("belize-2020/w1"))
        .matches("[0-9a-f]{40}");
    assertThat(
            List.of(
                email("ana@civic.example").idWithin("belize-2020/w1"),
                email("ben@civic.example").idWithin("belize-2020/w1"),
                new Identity(Identity.Kind.NAME, "ana@civic.example").idWithin("belize-2020/w1"),
                email("ana@civic.example").idWithin("belize-2020/w2")))
        .doesNotHaveDuplicates();
  }

  @Test
  void idsOfOneScopeLieTogether() {
    String ana = email("ana@civic.example").idWithin("belize-2020/w1");

    assertThat(email("ben@civic.example").idWithin("belize-2020/w1"))
        .startsWith(ana.substring(0, SCOPE));
    assertThat(email("ana@civic.example").idWithin("belize-2020/w2"))
        .doesNotStartWith(ana.substring(0, SCOPE));
  }
}
