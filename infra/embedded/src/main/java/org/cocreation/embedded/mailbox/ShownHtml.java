package org.cocreation.embedded.mailbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * A message's HTML made harmless: an allow-list of elements, inline pictures taken from the
 * message's own parts, links opened in another tab. It is shown in a sandboxed frame besides.
 */
final class ShownHtml {

  private static final PolicyFactory ALLOWED =
      Sanitizers.FORMATTING
          .and(Sanitizers.BLOCKS)
          .and(Sanitizers.TABLES)
          .and(Sanitizers.STYLES)
          .and(Sanitizers.LINKS)
          .and(
              new HtmlPolicyBuilder()
                  .allowElements("hr", "span", "center", "pre", "img", "body")
                  .allowAttributes("align", "valign", "width", "height", "bgcolor", "lang", "dir")
                  .globally()
                  .allowAttributes("src", "alt")
                  .onElements("img")
                  .allowUrlProtocols("http", "https")
                  .toFactory());
  private static final Pattern INLINE =
      Pattern.compile("(?i)(\\bsrc\\s*=\\s*[\"']?)cid:([^\"'\\s>]+)");

  private ShownHtml() {}

  static String of(String id, String html) {
    String local =
        INLINE
            .matcher(html)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group(1) + "/messages/" + id + "/inline/" + m.group(2)));
    return "<!doctype html><meta charset=\"utf-8\"><base target=\"_blank\">"
        + "<body style=\"font-family:sans-serif;margin:0.5rem\">"
        + ALLOWED.sanitize(local);
  }
}
