package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.Trials;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Match;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order in which people register, files come, are taken back and come again, and
 * coordinators decide, change their minds and decide again: what stands in the end is the same.
 */
class AnyOrderPropertiesTest {

  private static final List<SessionKey> SESSIONS = List.of(World.W1, World.W2);
  private static final List<String[]> PEOPLE =
      List.of(
          new String[] {"r1", "Inés Pérez", "ines@civic.example"},
          new String[] {"r2", "Inés Pérez López", "inesita@civic.example"},
          new String[] {"r3", "María López", "m1@civic.example"},
          new String[] {"r4", "Maria Lopez", "m2@civic.example"},
          new String[] {"r5", "Benjamin Tzul", "ben@civic.example"},
          new String[] {"r6", "Thomas James", "tj@civic.example"});
  private static final List<String> NAMES =
      List.of(
          "Inés Pérez",
          "ines perez lopez",
          "Inés",
          "i perez",
          "Maria Lopez",
          "López María",
          "Ben Tzul",
          "Tzul Benjamin",
          "Benjamin Tzul",
          "b tzul",
          "iPad",
          "Nena",
          "James Thomas",
          "Inés y Ben",
          "Benjamin Tzul [BTEC]",
          "Benjamim Tzul");
  private static final List<String> EMAILS =
      List.of(
          "",
          "",
          "",
          "ines@civic.example",
          "ben@civic.example",
          "bne@civic.example",
          "home@private.example");

  @Test
  void theEndIsTheSameInAnyOrder() {
    Trials.of(
        120,
        random -> {
          Story story = Story.any(random);
          Map<String, String> end = story.play(random);
          assertThat(story.play(random)).isEqualTo(end);
          assertThat(story.play(random)).isEqualTo(end);
        });
  }

  @Test
  void takingAFileBackLeavesEverythingAsItWas() {
    Trials.of(
        120,
        random -> {
          World world = new World();
          Story.any(random).play(world, random);
          byte[] file = file(World.W1, random);
          Map<String, String> before = state(world);

          boolean inAlready =
              world
                  .imports
                  .find(Import.idOf(World.W1, null, new Contents(file)))
                  .filter(each -> each.status() == Import.Status.APPLIED)
                  .isPresent();
          Import accepted = world.bring(World.W1, file);
          if (!inAlready) {
            world.files.undo(World.W1, accepted.importId(), World.BY, null);
            assertThat(state(world)).isEqualTo(before);

            world.bring(World.W1, file);
            Map<String, String> again = state(world);
            world.files.undo(World.W1, accepted.importId(), World.BY, null);
            world.bring(World.W1, file);
            assertThat(state(world)).isEqualTo(again);
          }
        });
  }

  @Test
  void takingADecisionBackLeavesEverythingAsItWas() {
    Trials.of(
        120,
        random -> {
          World world = new World();
          Story.any(random).play(world, random);
          List<Observation> open =
              world.observations.all().filter(each -> each.decision() == null).toList();
          if (open.isEmpty()) {
            return;
          }
          Map<String, String> before = state(world);
          String id = Trials.oneOf(random, open).observationId();
          decide(world, id, random.nextInt(4));
          decide(world, id, random.nextInt(4));
          world.decide.withdraw(id, null, World.BY);

          assertThat(state(world)).isEqualTo(before);
        });
  }

  private static void decide(World world, String observationId, int which) {
    switch (which) {
      case 0 ->
          world.decide.decide(observationId, Match.State.MATCHED, List.of("r1"), null, World.BY);
      case 1 ->
          world.decide.decide(
              observationId, Match.State.MATCHED, List.of("r5", "r1"), null, World.BY);
      case 2 -> world.decide.decide(observationId, Match.State.STAFF, List.of(), null, World.BY);
      default -> world.decide.decide(observationId, Match.State.NOBODY, List.of(), null, World.BY);
    }
  }

  private static byte[] file(SessionKey session, Random random) {
    String day = session.equals(World.W1) ? "02/13/2020" : "02/20/2020";
    StringBuilder file =
        new StringBuilder(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    int rows = 1 + random.nextInt(6);
    for (int i = 0; i < rows; i++) {
      int from = random.nextInt(40);
      file.append(
          "%s,%s,%s 10:%02d:00 AM,%s 11:%02d:00 AM,,No\n"
              .formatted(
                  Trials.oneOf(random, NAMES),
                  Trials.oneOf(random, EMAILS),
                  day,
                  10 + from,
                  day,
                  random.nextInt(60)));
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Everything that somebody could notice: outcomes, who each row stands for, what is remembered.
   */
  private static Map<String, String> state(World world) {
    Map<String, String> state = new TreeMap<>();
    for (SessionKey session : SESSIONS) {
      for (ReadSheet.Line line : world.sheet.lines(session, "", 100)) {
        state.put(
            session.sessionId() + " " + line.person().registrationId(),
            line.judgement().outcome()
                + " "
                + line.judgement().mode()
                + " "
                + line.judgement().minutes());
      }
    }
    world
        .observations
        .all()
        .filter(each -> !each.entries().isEmpty())
        .forEach(
            each ->
                state.put(
                    each.session().sessionId() + " " + each.observationId(),
                    each.standing().state() + " " + each.standing().registrationIds()));
    world
        .aliases
        .all()
        .filter(alias -> !alias.lessons().isEmpty())
        .forEach(
            alias ->
                state.put(
                    "alias " + Alias.idOf(alias.programmeId(), alias.identity()),
                    alias.lessons().stream()
                        .map(each -> each.sessionId() + each.state() + each.registrationIds())
                        .toList()
                        .toString()));
    return state;
  }

  /**
   * What happens, without its order.
   *
   * @param files that come
   * @param undone which of the files are taken back in the end
   * @param decisions which observation is decided how
   * @param backAndForth which of the files are taken back and come again
   */
  private record Story(
      List<Sent> files, List<Sent> undone, List<Chosen> decisions, List<Sent> backAndForth) {

    static Story any(Random random) {
      List<Sent> files = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        SessionKey session = Trials.oneOf(random, SESSIONS);
        files.add(new Sent(session, new Contents(file(session, random))));
      }
      List<Chosen> decisions =
          Trials.some(random, 4, each -> new Chosen(each.nextInt(20), each.nextInt(4)));
      return new Story(
          files.stream().distinct().toList(),
          random.nextBoolean() ? List.of(files.get(0)) : List.of(),
          decisions,
          random.nextBoolean() ? List.of(files.get(1)) : List.of());
    }

    Map<String, String> play(Random random) {
      World world = new World();
      play(world, random);
      return state(world);
    }

    void play(World world, Random random) {
      List<String> ids = observations();
      List<Runnable> first = new ArrayList<>();
      for (String[] person : PEOPLE) {
        first.add(() -> world.person(person[0], person[1], person[2]));
      }
      for (Sent file : files) {
        first.add(() -> bring(world, file));
      }
      Collections.shuffle(first, random);
      first.forEach(Runnable::run);
      List<Runnable> second = new ArrayList<>();
      for (Sent file : backAndForth) {
        second.add(
            () -> {
              undo(world, file);
              bring(world, file);
            });
      }
      for (Chosen chosen : decisions) {
        String id = ids.get(chosen.which() % ids.size());
        int choice = choiceFor(id, ids);
        if (random.nextBoolean()) {
          second.add(
              () -> {
                decide(world, id, (chosen.decision() + 1) % 4);
                world.decide.withdraw(id, null, World.BY);
                decide(world, id, choice);
              });
        } else {
          second.add(() -> decide(world, id, choice));
        }
      }
      Collections.shuffle(second, random);
      second.forEach(Runnable::run);
      undone.forEach(file -> undo(world, file));
    }

    /** One decision for each observation, whichever was drawn for it first. */
    private int choiceFor(String id, List<String> ids) {
      return decisions.stream()
          .filter(each -> ids.get(each.which() % ids.size()).equals(id))
          .map(Chosen::decision)
          .findFirst()
          .orElseThrow();
    }

    private List<String> observations() {
      World world = new World();
      files.forEach(file -> bring(world, file));
      return world.observations.all().map(Observation::observationId).toList();
    }

    private static void bring(World world, Sent file) {
      world.bring(file.session(), file.contents().bytes());
    }

    private static void undo(World world, Sent file) {
      Optional<Import> brought =
          world
              .imports
              .all()
              .filter(
                  each ->
                      each.importId().equals(Import.idOf(file.session(), null, file.contents())))
              .filter(each -> each.status() == Import.Status.APPLIED)
              .findFirst();
      brought.ifPresent(each -> world.files.undo(file.session(), each.importId(), World.BY, null));
    }
  }

  private record Sent(SessionKey session, Contents contents) {}

  /**
   * A decision.
   *
   * @param which about which of the observations
   * @param decision which one
   */
  private record Chosen(int which, int decision) {}
}
