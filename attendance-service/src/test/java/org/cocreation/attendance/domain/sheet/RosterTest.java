package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.sheet.FollowRoster.News;
import org.junit.jupiter.api.Test;

/** What other services tell about people, in whatever order it comes. */
class RosterTest {

  private final World world = new World();

  @Test
  void comesToTheSamePersonInEveryOrder() {
    Instant t = World.START;
    List<News> news =
        List.of(
            news(p -> p.registered(t, "h1", List.of(new Choice("w1", "venue", "waiting")))),
            news(p -> p.reachedAs(new Contact("Ana Cal", "ana@civic.example", null, 1))),
            news(p -> p.reachedAs(new Contact("Ana Cal", "ana.cal@civic.example", null, 2))),
            news(p -> p.linked(t.plusSeconds(5), "h2")),
            news(p -> p.chose(t.plusSeconds(9), List.of(new Choice("w1", "online", "none")))),
            news(p -> p.cancelled(t.plusSeconds(20))));
    Person expected = null;
    for (int seed = 0; seed < 50; seed++) {
      World other = new World();
      List<News> shuffled = new ArrayList<>(news);
      shuffled.addAll(news);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(each -> other.follow.told(List.of(each)));
      Person person = other.roster.find("r1").orElseThrow();
      if (expected == null) {
        expected = person;
      }
      assertThat(person).isEqualTo(expected);
    }
    assertThat(expected)
        .isNotNull()
        .satisfies(
            person -> {
              assertThat(person.link()).isEqualTo(new Person.Link("h2", t.plusSeconds(5)));
              assertThat(person.cancelled()).isTrue();
              assertThat(person.choiceFor("w1")).contains(new Choice("w1", "online", "none"));
            });
  }

  @Test
  void isOnTheRosterAgainAfterRegisteringAgain() {
    world.person("r1", "Ana Cal", "ana@civic.example").cancelled("r1");
    assertThat(world.roster.find("r1").orElseThrow().rostered()).isFalse();

    world.follow.told(List.of(news(p -> p.registered(World.START, "h9", List.of()))));

    assertThat(world.roster.find("r1").orElseThrow().rostered()).isTrue();
  }

  @Test
  void forgetsEverythingThatNamesSomebodyWhoIsErased() {
    world.person("r1", "Ana Cal", "ana@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("Ana Cal,,10:30,12:00", "Anita,,10:30,10:40", "Ben Tzul,,10:30,12:00"));
    world.match("Anita", "r1");
    world.mark("r1", true);
    world.close();
    int events = world.events.size();

    world.follow.erase(List.of("r1"));
    world.follow.erase(List.of("r1"));

    assertThat(everything()).doesNotContain("Ana Cal", "ana cal", "Anita", "anita", "ana@civic");
    assertThat(everything()).contains("Ben Tzul");
    assertThat(world.attendances.find(Attendance.idOf(World.W1, "r1")).orElseThrow().mark())
        .extracting(Mark::reason)
        .isEqualTo("erased");
    assertThat(world.events).hasSize(events);
  }

  @Test
  void erasesTheNameOfSomebodyWhoWasSeenButNotMatched() {
    world.person("r1", "Ana Cal", "ana@civic.example");
    world.person("r2", "Ana Cal", "ana.two@civic.example");
    world.bring(zoom("Ana Cal,,10:30,12:00"));

    world.follow.erase(List.of("r1"));

    assertThat(world.waiting()).isEmpty();
    assertThat(world.observations.all()).allMatch(each -> each.name() == null);
  }

  @Test
  void staysErasedWhateverArrivesLater() {
    world.person("r1", "Ana Cal", "ana@civic.example");
    world.follow.erase(List.of("r1"));

    world.person("r1", "Ana Cal", "ana@civic.example").contact("r1", "Ana", "ana@x.example", 7);

    Person person = world.roster.find("r1").orElseThrow();
    assertThat(person.contact()).isNull();
    assertThat(person.link()).isNull();
    assertThat(person.rostered()).isFalse();
  }

  @Test
  void keepsTheLatestRevisionOfAProgramme() {
    world.follow.programmesSet(List.of(World.programme(5), World.programme(3)));

    assertThat(world.programmes.find(World.PROGRAMME).orElseThrow().revision()).isEqualTo(5);
  }

  private String everything() {
    return world.roster.all().toList()
        + " "
        + world.observations.all().toList()
        + " "
        + world.aliases.all().toList()
        + " "
        + world.attendances.all().toList();
  }

  private static News news(UnaryOperator<Person> change) {
    return new News("r1", World.PROGRAMME, change);
  }
}
