package org.cocreation.launcher.demo;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;

/**
 * What all acts share: the platform's addresses, the cast, the staff's tokens, the personal links,
 * and the outcome.
 */
final class Stage {

  /** How long the demonstration waits for a fact to travel from one service to another. */
  private static final Duration A_FACT_ARRIVES = Duration.ofMinutes(2);

  private static final Pattern LINK = Pattern.compile("/me/([A-Za-z0-9_-]{43})");

  private final Addresses addresses;
  private final Api platform;
  private final Api mailbox;
  private final SignIn signIn;
  private final Consumer<String> say;
  private final String programme;
  private final Cast cast;
  private final Outcome outcome;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<Integer, String> links = new HashMap<>();
  private final Map<Integer, String> registrations = new HashMap<>();

  Stage(Addresses addresses, String run, Consumer<String> say) {
    this.addresses = addresses;
    this.platform = new Api(addresses.portal());
    this.mailbox = new Api(addresses.mailbox());
    this.signIn = new SignIn(addresses.identity());
    this.say = say;
    this.programme = "belize-2020-" + run;
    this.cast = new Cast(run);
    this.outcome = new Outcome(programme);
  }

  Api platform() {
    return platform;
  }

  Cast cast() {
    return cast;
  }

  Outcome outcome() {
    return outcome;
  }

  String programme() {
    return programme;
  }

  /** The path of something of this programme at a service. */
  String path(String service, String rest) {
    return "/api/" + service + "/programmes/" + programme + rest;
  }

  void say(String what) {
    say.accept(what);
  }

  void check(String what, Object expected, Object seen) {
    outcome.check(what, expected, seen);
  }

  URI open(String path) {
    return addresses.portal().resolve(path);
  }

  URI mailboxPage() {
    return addresses.mailbox();
  }

  Caller coordinator() {
    return staff("coordinator");
  }

  Caller committee(int member) {
    return staff("committee-" + member);
  }

  /**
   * Signs the account in when it is first needed; the demonstration accounts' passwords are their
   * names.
   */
  private Caller staff(String account) {
    return () -> "Bearer " + tokens.computeIfAbsent(account, this::token);
  }

  private String token(String account) {
    return eventually(
        "signing in as " + account,
        () -> {
          try {
            return signIn.accessToken(account, account);
          } catch (Failure notNow) {
            return "";
          }
        },
        token -> !token.isEmpty());
  }

  /** A person by the personal link in the e-mail that confirmed the registration. */
  Caller holding(Person person) {
    return Caller.holding(link(person));
  }

  String link(Person person) {
    return links.computeIfAbsent(
        person.number(),
        number ->
            eventually(
                "the e-mail with the personal link to " + person.email(),
                () -> {
                  for (JsonNode message : mailsTo(person)) {
                    JsonNode whole = mail(message);
                    Matcher link = LINK.matcher(whole.path("text").asString(""));
                    if (link.find()) {
                      return link.group(1);
                    }
                  }
                  return "";
                },
                link -> !link.isEmpty()));
  }

  JsonNode mailsTo(Person person) {
    return mailbox
        .get(Caller.PUBLIC, "/api/messages?to=" + person.email().replace("@", "%40") + "&limit=50")
        .get("items");
  }

  /** Whether an e-mail to somebody says this. */
  boolean told(Person person, String text) {
    for (JsonNode message : mailsTo(person)) {
      if (mail(message).path("text").asString("").contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** The whole of a listed e-mail. */
  JsonNode mail(JsonNode listed) {
    return mailbox.get(Caller.PUBLIC, "/api/messages/" + listed.get("id").asString());
  }

  void knows(Person person, String registrationId) {
    registrations.put(person.number(), registrationId);
  }

  String registration(Person person) {
    String id = registrations.get(person.number());
    if (id == null) {
      throw new DemonstrationFailed(person.name() + " is not in the coordinator's list");
    }
    return id;
  }

  /**
   * Asks until the answer is as wanted, because facts need a moment from one service to the next.
   * After two minutes it gives the last answer, whatever it is: what is wrong with it is then seen
   * in the outcome.
   */
  <T> T eventually(String what, Supplier<T> question, Predicate<T> wanted) {
    long until = System.nanoTime() + A_FACT_ARRIVES.toNanos();
    Pause pause = new Pause();
    T answer = question.get();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > until) {
        say("  … " + what + ": not there after " + A_FACT_ARRIVES.toSeconds() + " seconds");
        return answer;
      }
      pause.now();
      answer = question.get();
    }
    return answer;
  }
}
