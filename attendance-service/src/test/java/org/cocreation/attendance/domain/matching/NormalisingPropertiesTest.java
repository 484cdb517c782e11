package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class NormalisingPropertiesTest {

  @Property(tries = 500)
  void readsAnythingWithoutFailingAndTheSameWayTwice(@ForAll String typed) {
    PersonName once = PersonName.read(typed);
    assertThat(PersonName.read(typed)).isEqualTo(once);
    if (!once.blank()) {
      assertThat(PersonName.fold(once.key())).isEqualTo(once.key());
      assertThat(once.readings()).contains(once.key());
    }
  }

  @Property(tries = 300)
  void readsAnyAddressWithoutFailing(@ForAll @StringLength(max = 100) String typed) {
    Optional<EmailAddress> address = EmailAddress.read(typed + "@civic.example");
    address.ifPresent(
        each -> assertThat(EmailAddress.read(each.key())).isEqualTo(Optional.of(each)));
  }
}
