package org.cocreation.embedded.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.embedded.mailbox.OpenedMessage.Attachment;

/** The JSON of the mailbox's API. */
final class MailboxViews {

  private MailboxViews() {}

  /** {@code next} is what to give as {@code after} for the following messages; null at the end. */
  static Map<String, Object> list(List<KeptMessage> found, boolean more) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("items", found.stream().map(MailboxViews::summary).toList());
    view.put("next", more ? found.get(found.size() - 1).id() : null);
    return view;
  }

  static Map<String, Object> message(KeptMessage kept, OpenedMessage opened) {
    Map<String, Object> view = summary(kept);
    view.put("text", opened.text());
    view.put("html", opened.html());
    view.put("headers", opened.headers());
    List<Map<String, Object>> attachments = new ArrayList<>();
    for (Attachment attachment : opened.attachments()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", attachment.name());
      one.put("type", attachment.type());
      one.put("size", attachment.content().length);
      one.put("href", "/api/messages/" + kept.id() + "/attachments/" + attachments.size());
      attachments.add(one);
    }
    view.put("attachments", attachments);
    return view;
  }

  private static Map<String, Object> summary(KeptMessage kept) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", kept.id());
    view.put("receivedAt", kept.receivedAt().toString());
    view.put("from", kept.envelope().from());
    view.put("to", kept.envelope().recipients());
    view.put("subject", kept.subject());
    view.put("size", kept.size());
    return view;
  }
}
