package org.cocreation.notification.messaging.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cocreation.notification.domain.Choice;
import org.cocreation.notification.domain.Facts;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Session;
import org.cocreation.notification.domain.Template;
import org.cocreation.notification.domain.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a letter's template says, in the person's language, with the programme as it is now.
 */
@Component
class PageWriter {

  private final PortalPages portal;
  private final SealedLinks links;

  PageWriter(PortalPages portal, SealedLinks links) {
    this.portal = portal;
    this.links = links;
  }

  /** What the e-mail shows. */
  Page write(Letter letter) {
    Wording wording = Wording.in(letter.language());
    Map<String, String> words = words(letter);
    String key = letter.template().code();
    String variant = key + variant(letter);
    List<String> before = new ArrayList<>();
    before.add(wording.say(leadKey(letter, variant), words));
    List<String> after = new ArrayList<>(nextSteps(wording, key, variant, words));
    if (isReminder(letter.template())) {
      hint(letter).ifPresent(mode -> after.add(wording.say("reminder." + mode, words)));
    }
    Words reason = letter.facts().reason();
    String quote =
        reason == null
            ? null
            : wording.say(key + ".quote", words) + ": " + reason.in(letter.language());
    @Nullable String personal = personal(letter);
    return new Page(
        letter.language(),
        wording.say(subjectKey(key, variant, wording), words),
        wording.say(
            wording.has(variant + ".heading") ? variant + ".heading" : key + ".heading", words),
        wording.say("greeting", words),
        before,
        blocks(letter, wording),
        quote,
        further(letter, wording, key, words),
        after,
        button(letter, wording, personal),
        furtherLinks(letter, wording, personal),
        footer(wording, words, personal),
        invitations(letter));
  }

  private static String subjectKey(String key, String variant, Wording wording) {
    return wording.has(variant + ".subject") ? variant + ".subject" : key + ".subject";
  }

  private static String leadKey(Letter letter, String variant) {
    return letter.template() == Template.ATTENDANCE_CORRECTED
        ? letter.template().code() + "." + letter.facts().outcome()
        : variant + ".lead";
  }

  private static List<String> nextSteps(
      Wording wording, String key, String variant, Map<String, String> words) {
    List<String> steps = new ArrayList<>();
    String stem = wording.has(variant + ".next.1") ? variant : key;
    for (int i = 1; wording.has(stem + ".next." + i); i++) {
      steps.add(wording.say(stem + ".next." + i, words));
    }
    return steps;
  }

  /** What distinguishes the cases of one template. */
  private static String variant(Letter letter) {
    return switch (letter.template()) {
      case SESSION_CHANGED ->
          "." + letter.facts().changes().get(0).what().name().toLowerCase(Locale.ROOT);
      case NOTE_DECIDED -> "." + letter.facts().outcome();
      case OUT_OF_REACH -> stillOpen(letter).isEmpty() ? ".over" : ".open";
      default -> "";
    };
  }

  private static boolean isReminder(Template template) {
    return template == Template.REMINDER_DAY || template == Template.REMINDER_HOUR;
  }

  private static Map<String, String> words(Letter letter) {
    Facts facts = letter.facts();
    Programme programme = letter.programme();
    Language language = letter.language();
    Map<String, String> words = new HashMap<>();
    words.put("name", letter.contact().name());
    words.put("programme", programme.title().in(language));
    String reference = facts.reference();
    words.put("reference", reference == null ? "" : reference);
    Words title = facts.title();
    words.put("title", title == null ? "" : title.in(language));
    Optional<Session> about = about(letter);
    words.put(
        "session",
        about.map(s -> s.title().in(language)).orElseGet(() -> programme.title().in(language)));
    words.put("brief", about.map(s -> Times.brief(s.startsAt(), programme, language)).orElse(""));
    words.put(
        "before",
        facts.changes().stream()
            .map(Facts.Change::before)
            .filter(Objects::nonNull)
            .findFirst()
            .map(at -> Times.moment(at, programme, language))
            .orElse(""));
    return words;
  }

  /** The session that the letter is about; of several, the first. */
  private static Optional<Session> about(Letter letter) {
    Facts facts = letter.facts();
    Optional<String> id = facts.changes().stream().map(Facts.Change::sessionId).findFirst();
    if (id.isEmpty() && letter.template() == Template.WAITING) {
      id = facts.choices().stream().filter(Choice::waiting).map(Choice::sessionId).findFirst();
    }
    return id.flatMap(letter.programme()::session);
  }

  private static Optional<String> hint(Letter letter) {
    return about(letter)
        .flatMap(session -> letter.recipient().choice(session.sessionId()))
        .filter(choice -> choice.mode() != Choice.Mode.NONE)
        .map(choice -> choice.mode().name().toLowerCase(Locale.ROOT));
  }

  private List<Page.Block> blocks(Letter letter, Wording wording) {
    List<Page.Block> blocks = new ArrayList<>();
    Programme programme = letter.programme();
    for (Choice choice : letter.facts().choices()) {
      boolean shown =
          switch (letter.template()) {
            case REGISTERED -> choice.mode() != Choice.Mode.NONE;
            case WAITING -> choice.waiting();
            default -> true;
          };
      if (shown) {
        programme
            .session(choice.sessionId())
            .ifPresent(session -> blocks.add(block(letter, wording, session, choice)));
      }
    }
    if (blocks.isEmpty()) {
      for (Facts.Change change : letter.facts().changes()) {
        if (change.what() == Facts.What.OPEN) {
          continue;
        }
        programme
            .session(change.sessionId())
            .ifPresent(session -> blocks.add(changed(letter, wording, session)));
      }
    }
    return blocks;
  }

  /** The sessions that are still open to the person, under a sentence about them. */
  private Page.@Nullable Section further(
      Letter letter, Wording wording, String key, Map<String, String> words) {
    List<Page.Block> blocks = new ArrayList<>();
    for (Session session : stillOpen(letter)) {
      Choice none = new Choice(session.sessionId(), Choice.Mode.NONE, Choice.Place.NONE, null);
      Choice choice = letter.recipient().choice(session.sessionId()).orElse(none);
      blocks.add(block(letter, wording, session, choice.unnumbered()));
    }
    return blocks.isEmpty() ? null : new Page.Section(wording.say(key + ".further", words), blocks);
  }

  /** Of the sessions that were open when it happened, those still planned. */
  private static List<Session> stillOpen(Letter letter) {
    return letter.facts().changes().stream()
        .filter(change -> change.what() == Facts.What.OPEN)
        .flatMap(change -> letter.programme().session(change.sessionId()).stream())
        .filter(letter.programme()::holds)
        .toList();
  }

  /** A session that is named; with how the person takes part where that matters. */
  private Page.Block changed(Letter letter, Wording wording, Session session) {
    boolean ahead = isReminder(letter.template()) || letter.template() == Template.SESSION_CHANGED;
    Optional<Choice> choice = letter.recipient().choice(session.sessionId());
    if (ahead && choice.isPresent()) {
      return block(letter, wording, session, choice.get().unnumbered());
    }
    return new Page.Block(
        session.title().in(letter.language()),
        Times.span(session, letter.programme(), letter.language()),
        null,
        null,
        false);
  }

  private Page.Block block(Letter letter, Wording wording, Session session, Choice choice) {
    Language language = letter.language();
    String title = session.title().in(language);
    String when = Times.span(session, letter.programme(), language);
    Map<String, String> words = new HashMap<>();
    if (!letter.programme().holds(session)) {
      return new Page.Block(title, when, wording.say("place.cancelled", words), null, true);
    }
    if (choice.waiting()) {
      Integer position = choice.waitingPosition();
      words.put("position", String.valueOf(position));
      String key = position == null ? "place.waiting.unknown" : "place.waiting";
      return new Page.Block(title, when, wording.say(key, words), null, false);
    }
    if (!choice.expected()) {
      return new Page.Block(title, when, wording.say("place.none", words), null, true);
    }
    if (choice.mode() == Choice.Mode.VENUE) {
      String venue = session.venue();
      words.put("venue", String.valueOf(venue));
      String key = venue == null ? "place.venue.unknown" : "place.venue";
      return new Page.Block(title, when, wording.say(key, words), null, false);
    }
    String join = joinLink(letter, session);
    return join == null
        ? new Page.Block(
            title,
            when,
            wording.say("place.online", words) + ". " + wording.say("place.room.later", words),
            null,
            false)
        : new Page.Block(
            title,
            when,
            wording.say("place.online", words),
            new Page.Link(wording.say("place.join", words), join),
            false);
  }

  /** The person's way to the room; the room's own address is in no e-mail. */
  private @Nullable String joinLink(Letter letter, Session session) {
    String token = token(letter);
    return session.room() == null || token == null
        ? null
        : portal.join(token, session.sessionId(), letter.language());
  }

  private @Nullable String personal(Letter letter) {
    String token = token(letter);
    return token == null ? null : portal.personal(token, letter.language());
  }

  private @Nullable String token(Letter letter) {
    String sealed = letter.recipient().sealedLink();
    return sealed == null ? null : links.open(sealed, letter.recipient().registrationId());
  }

  private Page.Link button(Letter letter, Wording wording, @Nullable String personal) {
    String programme = letter.programme().programmeId();
    if (letter.template() == Template.PLAN_PUBLISHED) {
      return new Page.Link(
          wording.say("button.plan", Map.of()), portal.plan(programme, letter.language()));
    }
    return personal == null
        ? new Page.Link(
            wording.say("button.programme", Map.of()),
            portal.programme(programme, letter.language()))
        : new Page.Link(wording.say("button.me", Map.of()), personal);
  }

  private List<Page.Link> furtherLinks(Letter letter, Wording wording, @Nullable String personal) {
    List<Page.Link> further = new ArrayList<>();
    String serial = letter.facts().reference();
    String verify = letter.template().code() + ".verify";
    if (serial != null && wording.has(verify)) {
      further.add(
          new Page.Link(
              wording.say(verify, Map.of()), portal.verification(serial, letter.language())));
    }
    if (letter.template() == Template.OUT_OF_REACH && personal != null) {
      String programme = portal.programme(letter.programme().programmeId(), letter.language());
      further.add(new Page.Link(wording.say("button.programme", Map.of()), programme));
    }
    if (letter.template() == Template.PLAN_PUBLISHED && personal != null) {
      further.add(new Page.Link(wording.say("button.me", Map.of()), personal));
    }
    return further;
  }

  private static List<String> footer(
      Wording wording, Map<String, String> words, @Nullable String personal) {
    return List.of(
        wording.say("footer.why", words),
        wording.say(personal == null ? "footer.lost" : "footer.link", words));
  }

  private List<Invitation> invitations(Letter letter) {
    List<Invitation> invitations = new ArrayList<>();
    switch (letter.template()) {
      case REGISTERED, CHANGED, PROMOTED, CANCELLED -> {
        for (Choice choice : letter.facts().choices()) {
          if (choice.expected()) {
            invite(letter, choice.sessionId(), choice.mode(), false, invitations);
          }
        }
        for (String sessionId : letter.facts().withdrawn()) {
          invite(letter, sessionId, Choice.Mode.NONE, true, invitations);
        }
      }
      case SESSION_CHANGED -> {
        for (Facts.Change change : letter.facts().changes()) {
          letter
              .recipient()
              .choice(change.sessionId())
              .filter(Choice::expected)
              .ifPresent(
                  choice -> invite(letter, change.sessionId(), choice.mode(), false, invitations));
        }
      }
      default -> {
        // The others don't touch the calendar.
      }
    }
    return invitations;
  }

  /** An entry for a session that is held, or its withdrawal. */
  private void invite(
      Letter letter,
      String sessionId,
      Choice.Mode mode,
      boolean withdrawn,
      List<Invitation> invitations) {
    letter
        .programme()
        .session(sessionId)
        .ifPresent(
            session ->
                invitations.add(
                    new Invitation(
                        session,
                        letter.programme(),
                        letter.recipient().registrationId(),
                        mode,
                        joinLink(letter, session),
                        letter.language(),
                        letter.facts().at(),
                        withdrawn || !letter.programme().holds(session))));
  }
}
