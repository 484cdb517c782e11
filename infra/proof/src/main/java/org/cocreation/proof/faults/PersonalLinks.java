package org.cocreation.proof.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.platform.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * What people of the load do with the link in their e-mail: they choose anew, or write a concept
 * note.
 */
final class PersonalLinks {

  private static final Pattern LINK = Pattern.compile("/me/([A-Za-z0-9_-]{43})");

  private final Load load;
  private final Client mailbox;
  private final double patience;
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();

  PersonalLinks(Load load, Client mailbox, double patience) {
    this.load = load;
    this.mailbox = mailbox;
    this.patience = patience;
  }

  /** Who waits for the link, and whether for a note or for other choices. */
  private record Wish(String email, boolean note) {}

  void wish(String email, boolean note) {
    wishes.add(new Wish(email, note));
  }

  /** Fulfils wishes until the load is over and none is left. */
  void fulfilUntil(BooleanSupplier over) {
    Map<String, Long> asked = new LinkedHashMap<>();
    boolean last = false;
    while (!last) {
      Wish wish = wishes.poll();
      if (wish == null) {
        last = over.getAsBoolean() && wishes.isEmpty();
        Waiting.millis(last ? 0 : 200);
        continue;
      }
      String link = link(wish.email());
      if (link.isEmpty()) {
        long since = asked.computeIfAbsent(wish.email(), first -> System.nanoTime());
        if (System.nanoTime() - since < patience * 1e9) {
          wishes.add(wish);
          Waiting.millis(100);
        }
      } else if (wish.note()) {
        write(wish.email(), new Caller("", link));
      } else {
        change(wish.email(), new Caller("", link));
      }
    }
  }

  private void change(String email, Caller person) {
    Map<String, String> choices =
        Map.of(Load.SESSIONS.get(0), "online", Load.SESSIONS.get(1), "venue");
    Map<String, Object> body = Map.of("choices", choices);
    if (load.sure(
        load.ask(person, "PUT", "/api/registration/me/choices", body, ""), email, "changed")) {
      load.acknowledged(Entry.Kind.CHOSE, email, choices);
    }
  }

  /** A concept note, written and submitted. */
  private void write(String email, Caller person) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("title", "Minutes of every council within a week");
    content.put("problem", "People cannot see what was decided in their name.");
    content.put("solution", "Minutes are published within a week, in plain words.");
    content.put("openGovernment", "It makes public what is decided.");
    content.put("leadInstitution", "Ministry of Example");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("content", content);
    body.put("policyAreas", List.of("right-to-information"));
    body.put("language", "en");
    String notes = "/api/submission/me/notes";
    // Until the registration has travelled to the submission service the link is unknown there.
    Set<Integer> notYet = Set.of(403, 404);
    Answer draft = load.ask(person, "POST", notes, body, key("note", email), notYet);
    if (!load.sure(draft, email, "noted")) {
      return;
    }
    String note = draft.body().path("noteId").asString("");
    String path = notes + "/" + note + "/submission";
    if (load.sure(load.ask(person, "POST", path, null, key("end", note), notYet), email, "noted")) {
      load.acknowledged(Entry.Kind.NOTED, email, Map.of("note", note));
    }
  }

  private static String key(String what, String whose) {
    return UUID.nameUUIDFromBytes((what + whose).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private String link(String email) {
    try {
      Answer list =
          mailbox.once(
              Caller.PUBLIC, "GET", "/api/messages?to=" + email.replace("@", "%40"), null, "");
      for (JsonNode item : list.body().path("items")) {
        Answer message =
            mailbox.once(
                Caller.PUBLIC, "GET", "/api/messages/" + item.get("id").asString(), null, "");
        Matcher link = LINK.matcher(message.body().path("text").asString(""));
        if (link.find()) {
          return link.group(1);
        }
      }
      return "";
    } catch (java.io.IOException away) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
