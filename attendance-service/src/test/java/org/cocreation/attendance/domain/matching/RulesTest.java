package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cocreation.attendance.domain.matching.comparison.Indexed;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted, what only suggests, and what contradicts itself: ADR 0014, line by line. */
class RulesTest {

  private static final String PROGRAMME = "rules";

  private final List<Person> people = new ArrayList<>();
  private final Indexed.Decisions decisions = new Indexed.Decisions();

  private RulesTest person(String id, String name, String email, @Nullable String organisation) {
    people.add(
        Person.unknown(id, PROGRAMME)
            .registered(Instant.EPOCH, "hash-" + id, List.of())
            .reachedAs(new Contact(name, email, organisation, 1)));
    return this;
  }

  private RulesTest ines() {
    return person("r1", "Inés Pérez", "ines@civic.example", "University of Belize");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INES PEREZ",
        "Pérez, Inés",
        "Pérez Inés",
        "Dra. Inés Pérez (External)",
        "Inés Pérez [UB]",
        "Inés Pérez [University of Belize]",
        "Inés Pérez [Univ. of Belize]",
        "UB - Inés Pérez",
        "University of Belize | Inés Pérez",
        "Inés Pérez, UB",
        "Inés Pérez (UB)",
        "Inés (Inés Pérez)",
        "Inés Pérez (iPad)",
        "ines@civic.example"
      })
  void acceptsTheWholeNameHoweverItIsDressed(String written) {
    ines();
    assertThat(match(written, null).registrationIds()).containsExactly("r1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inés",
        "i perez",
        "Inés P.",
        "Inés Peres",
        "Imés Pérez",
        "InesPerez",
        "Inés Pérez [Ministry of Example]",
        "Ministry of Example - Inés Pérez",
        "Ben Tzul (Inés Pérez)",
        "Nena (Inés Pérez)",
        "Inés Pérez / Ben Tzul",
        "Inés Pérez y Ben Tzul",
        "Inés & Ben",
        "Inés Pérez Jr",
        "iPhone de Inés Pérez",
        "Inés Pérez López"
      })
  void onlySuggestsWhatIsNotBeyondDoubt(String written) {
    ines();
    assertThat(match(written, null).state()).isEqualTo(Match.State.WAITING);
    assertThat(suggest(written, null))
        .first()
        .satisfies(
            each -> {
              assertThat(each.person().registrationId()).isEqualTo("r1");
              assertThat(each.reasons()).allSatisfy(reason -> assertThat(reason.es()).isNotBlank());
            });
  }

  @Test
  void waitsWhileSomebodyElseMayBeMeantWithAPartLeftOut() {
    ines().person("r2", "Inés Pérez López", "ipl@civic.example", null);

    assertThat(match("Inés Pérez", null).state()).isEqualTo(Match.State.WAITING);
    assertThat(match("Inés Pérez López", null).registrationIds()).containsExactly("r2");
    assertThat(match("Inés Pérez", "ipl@civic.example").registrationIds()).containsExactly("r2");
    assertThat(suggest("Inés Pérez", null)).hasSize(2);
  }

  @Test
  void keepsTheOrderOfNamesThatAreGivenAndFamilyNamesAlike() {
    person("r1", "Thomas James", "tj@civic.example", null);

    assertThat(match("Thomas James", null).registrationIds()).containsExactly("r1");
    assertThat(match("James, Thomas", null).registrationIds()).containsExactly("r1");
    assertThat(match("James Thomas", null).state()).isEqualTo(Match.State.WAITING);
  }

  @Test
  void takesAnAddressThatIsNobodysForAWarning() {
    ines();
    assertThat(match("Inés Pérez", "other@private.example").state()).isEqualTo(Match.State.WAITING);
    assertThat(match("Inés Pérez", "ines@cviic.example").registrationIds()).containsExactly("r1");
    assertThat(match("Inés Pérez [UB]", "other@private.example").registrationIds())
        .containsExactly("r1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iPad", "Nena", "Inés Peres", "I. Pérez", "UB", "Sala de juntas 2 iPad"})
  void followsTheAddressUnderWhatMayBeItsHoldersName(String written) {
    ines();
    assertThat(match(written, "INES@civic.example").by()).isEqualTo(Match.By.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ben Tzul", "Inésa Tzul", "Luis Pérez", "Inés y Ben", "Inés and Ben Tzul"})
  void doesNotFollowTheAddressUnderANameThatIsNotItsHolders(String written) {
    ines();
    assertThat(match(written, "ines@civic.example").state()).isEqualTo(Match.State.WAITING);
  }

  @Test
  void takesMarioNotForMaria() {
    person("r1", "María Cal", "cal@civic.example", null);
    assertThat(match("Mario Cal", "cal@civic.example").state()).isEqualTo(Match.State.WAITING);
  }

  @Test
  void ranksWhoComesFromTheSameInstitutionFirst() {
    person("r1", "María López", "m1@civic.example", "River Watch Cayo")
        .person("r2", "Maria Lopez", "m2@civic.example", "Corozal Reads");

    List<Suggestion> suggestions = suggest("Maria Lopez [Corozal Reads]", null);

    assertThat(suggestions)
        .extracting(each -> each.person().registrationId())
        .containsExactly("r2", "r1");
    assertThat(suggestions.get(0).reasons())
        .extracting(reason -> reason.en())
        .containsExactly("has exactly this name", "comes from the same institution");
  }

  @Test
  void suggestsEachOfTwoPeopleBehindOneLogin() {
    person("r1", "Ana Pérez", "ana@civic.example", null)
        .person("r2", "Luis Pérez", "luis@civic.example", null)
        .person("r3", "Luis Cal", "lc@civic.example", null);
    for (String written : List.of("Ana y Luis Pérez", "Ana & Luis Pérez", "Ana / Luis Pérez")) {
      assertThat(suggest(written, null))
          .as(written)
          .extracting(each -> each.person().registrationId())
          .contains("r1", "r2");
    }
  }

  @Test
  void saysWhyInSentences() {
    person("r1", "José Castillo", "jose.castillo@civic.example", "Corozal Reads");

    assertThat(reasons("Pepe Castillo", null))
        .contains("“pepe” is a short form of “jose”, or the other way round");
    assertThat(reasons("José Castilo", null)).contains("“castilo” may be “castillo” mistyped");
    assertThat(reasons("Jose Castillo Cal", null))
        .contains("shares the word “castillo” of the name");
    assertThat(reasons("x", "jose.castillo@cviic.example"))
        .contains("has this e-mail but for letters that are swapped");
    assertThat(reasons("x", "jose.castillo@other.example"))
        .contains("has the same e-mail but for what follows the @");
    assertThat(reasons("x", "josecastillo+zoom@civic.example"))
        .contains("has the same e-mail but for dots or what follows a plus");
    assertThat(reasons("Corozal Reads", null))
        .containsExactly("comes from the institution that stands in place of a name");
    assertThat(reasons("JoseCastillo", null))
        .containsExactly("has the same letters in the name, with other spaces");
  }

  @Test
  void suggestsNobodyForATelephoneNumber() {
    ines();
    assertThat(Objects.requireNonNull(match("+501 610-1234", null).note()).en())
        .contains("telephone number");
    assertThat(suggest("+501 610-1234", null)).isEmpty();
  }

  @Test
  void suggestsAFewHoweverManyShareAName() {
    for (int i = 0; i < 500; i++) {
      person("r" + i, "Maria Name" + i, "m" + i + "@civic.example", null);
    }
    assertThat(suggest("Maria Nome17", null)).hasSizeBetween(1, 5);
    assertThat(suggest("Maria", null)).isEmpty();
  }

  @Test
  void remembersAPartOfANameOnlyWhileItIsOnePersonsAlone() {
    ines();
    teach("Inés", null, "r1");
    assertThat(match("Inés", null).by()).isEqualTo(Match.By.REMEMBERED);

    person("r2", "Inés Cal", "ic@civic.example", null);
    assertThat(match("Inés", null).state()).isEqualTo(Match.State.WAITING);
    assertThat(suggest("Inés", null).get(0).reasons().get(0).en())
        .isEqualTo("was decided to be meant in session w1");
  }

  @Test
  void suggestsButDoesNotAssumeWhoIsMeantByAnEndearmentOrAnInstitution() {
    ines();
    teach("Nena", null, "r1");
    teach("UB", null, "r1");
    for (String written : List.of("Nena", "UB")) {
      assertThat(match(written, null).state()).isEqualTo(Match.State.WAITING);
      assertThat(suggest(written, null).get(0).person().registrationId()).isEqualTo("r1");
    }
  }

  @Test
  void remembersAnAddressUnderOtherNames() {
    ines().person("r2", "Ben Tzul", "ben@civic.example", null);
    teach("Nena", "home@private.example", "r1");

    assertThat(match("Nena", "home@private.example").registrationIds()).containsExactly("r1");
    assertThat(match("Inés Pérez", "home@private.example").by()).isEqualTo(Match.By.REMEMBERED);
    assertThat(match("Ben Tzul", "home@private.example").state()).isEqualTo(Match.State.WAITING);
    assertThat(match("Luis Pech", "home@private.example").state()).isEqualTo(Match.State.WAITING);
  }

  @Test
  void givesTheAddressBackToWhoRegisteredIt() {
    ines().person("r2", "Ben Tzul", "ben@civic.example", null);
    teach("Ben Tzul", "ines@civic.example", "r2");

    assertThat(match("Ben Tzul", "ines@civic.example").registrationIds()).containsExactly("r2");
    assertThat(match("Inés Pérez", "ines@civic.example").registrationIds()).doesNotContain("r2");
    assertThat(match("iPad", "ines@civic.example").state()).isEqualTo(Match.State.WAITING);
  }

  @Test
  void doesNotAssumeThatWhoSatTogetherDoesSoAgain() {
    ines().person("r2", "Ben Tzul", "ben@civic.example", null);
    teach("Inés y Ben", null, "r1", "r2");

    assertThat(match("Inés y Ben", null).state()).isEqualTo(Match.State.WAITING);
    assertThat(suggest("Inés y Ben", null))
        .extracting(each -> each.person().registrationId())
        .containsExactlyInAnyOrder("r1", "r2");
  }

  private void teach(String name, @Nullable String email, String... ids) {
    Seen seen = seen(name, email);
    decisions.change(
        Alias.idOf(PROGRAMME, seen.identity()),
        found ->
            org.cocreation.attendance.domain.Decided.of(
                Alias.none(PROGRAMME, seen.identity())
                    .taught(
                        seen.identity(),
                        new Alias.Lesson(
                            "w1",
                            Match.State.MATCHED,
                            List.of(ids),
                            seen.name().key(),
                            "carla",
                            Instant.EPOCH)),
                true));
  }

  private Match match(String name, @Nullable String email) {
    Seen seen = seen(name, email);
    return Objects.requireNonNull(
        new RosterMatcher(new Indexed.People(people), decisions)
            .match(PROGRAMME, List.of(seen))
            .get(seen.identity()));
  }

  private List<Suggestion> suggest(String name, @Nullable String email) {
    Seen seen = seen(name, email);
    return Objects.requireNonNull(
        new Suggestions(new Indexed.People(people), decisions)
            .suggest(PROGRAMME, List.of(seen))
            .get(seen.identity()));
  }

  private List<String> reasons(String name, @Nullable String email) {
    return suggest(name, email).get(0).reasons().stream().map(reason -> reason.en()).toList();
  }

  private static Seen seen(String name, @Nullable String email) {
    EmailAddress address = EmailAddress.read(email).orElse(null);
    PersonName read = PersonName.read(name);
    return new Seen(Identity.of(null, address, read).orElseThrow(), address, read);
  }
}
