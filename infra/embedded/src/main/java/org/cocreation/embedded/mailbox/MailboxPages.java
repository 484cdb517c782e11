package org.cocreation.embedded.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.cocreation.embedded.mailbox.OpenedMessage.Attachment;
import org.cocreation.embedded.mailbox.OpenedMessage.Line;

/** The mailbox's two pages. Everything that came from outside is escaped. */
final class MailboxPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MailboxPages() {}

  static String list(List<KeptMessage> found, String query, boolean more) {
    StringBuilder page = head("Mailbox");
    page.append("<h1>Mailbox</h1><p>Every e-mail that the platform sent on this machine.")
        .append(" Nothing here went out.</p><form class=\"search\" action=\"/\" role=\"search\">")
        .append("<label for=\"q\">Recipient or subject</label> <input id=\"q\" name=\"q\"")
        .append(" type=\"search\" value=\"")
        .append(escape(query))
        .append("\"> <button>Search</button></form>");
    if (found.isEmpty()) {
      page.append("<p>No message").append(query.isEmpty() ? " yet." : " for that.").append("</p>");
    }
    page.append("<ol class=\"messages\">");
    for (KeptMessage message : found) {
      page.append("<li><a href=\"/messages/")
          .append(message.id())
          .append("\"><strong>")
          .append(escape(message.subject().isBlank() ? "(no subject)" : message.subject()))
          .append("</strong><span>")
          .append(escape(String.join(", ", message.envelope().recipients())))
          .append("</span><time datetime=\"")
          .append(message.receivedAt())
          .append("\">")
          .append(TIME.format(message.receivedAt()))
          .append("</time></a></li>");
    }
    page.append("</ol>");
    if (more) {
      page.append("<p><a href=\"/?q=")
          .append(escape(URLEncoder.encode(query, StandardCharsets.UTF_8)))
          .append("&amp;before=")
          .append(found.get(found.size() - 1).id())
          .append("\">Older messages</a></p>");
    }
    if (!found.isEmpty() && query.isEmpty()) {
      page.append("<form method=\"post\" action=\"/messages/deletion\">")
          .append("<button>Delete all messages</button></form>");
    }
    return page.append("</main></body></html>").toString();
  }

  static String message(KeptMessage kept, OpenedMessage opened) {
    String subject = kept.subject().isBlank() ? "(no subject)" : kept.subject();
    StringBuilder page = head(subject);
    page.append("<p><a href=\"/\">All messages</a></p><h1>")
        .append(escape(subject))
        .append("</h1>");
    page.append("<dl><dt>From</dt><dd>").append(escape(kept.envelope().from())).append("</dd>");
    page.append("<dt>To</dt><dd>")
        .append(escape(String.join(", ", kept.envelope().recipients())))
        .append("</dd><dt>Received</dt><dd>")
        .append(TIME.format(kept.receivedAt()))
        .append("</dd></dl>");
    if (!opened.html().isEmpty()) {
      page.append("<h2>As HTML</h2><iframe title=\"The message as HTML\" src=\"/messages/")
          .append(kept.id())
          .append("/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>");
    }
    if (!opened.text().isEmpty()) {
      page.append("<h2>As text</h2><pre>").append(linked(opened.text())).append("</pre>");
    }
    if (!opened.attachments().isEmpty()) {
      attachments(page, kept.id(), opened.attachments());
    }
    page.append("<details><summary>Headers</summary><dl>");
    for (Line line : opened.headers()) {
      page.append("<dt>").append(escape(line.name())).append("</dt><dd>");
      page.append(escape(line.value())).append("</dd>");
    }
    page.append("</dl><p><a href=\"/messages/").append(kept.id()).append("/source\">");
    return page.append("The message as it came</a></p></details></main></body></html>").toString();
  }

  private static void attachments(StringBuilder page, String id, List<Attachment> attachments) {
    page.append("<h2>Attachments</h2><ul>");
    for (int i = 0; i < attachments.size(); i++) {
      Attachment attachment = attachments.get(i);
      page.append("<li><a href=\"/messages/").append(id).append("/attachments/").append(i);
      page.append("\">").append(escape(attachment.name())).append("</a> (");
      page.append(escape(attachment.type())).append(", ").append(attachment.content().length);
      page.append(" bytes)</li>");
    }
    page.append("</ul>");
  }

  private static StringBuilder head(String title) {
    return new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        .append(escape(title))
        .append("</title><link rel=\"stylesheet\" href=\"/style.css\"></head><body><main>");
  }

  private static String linked(String text) {
    return escape(text)
        .replaceAll(
            "(https?://(?:(?!&(?:quot|gt|lt|#39);)[^\\s<])+)",
            "<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"$1\">$1</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
