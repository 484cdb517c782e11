package org.cocreation.notification.messaging.mail;

import java.util.ArrayList;
import java.util.List;

/** A page as plain text, for mail programs and people that prefer it. */
final class PageText {

  private PageText() {}

  static String of(Page page) {
    List<String> parts = new ArrayList<>();
    parts.add(page.greeting());
    parts.addAll(page.before());
    page.blocks().forEach(block -> parts.add(block(block)));
    if (page.quote() != null) {
      parts.add(page.quote());
    }
    if (page.further() != null) {
      parts.add(page.further().lead());
      page.further().blocks().forEach(block -> parts.add(block(block)));
    }
    parts.addAll(page.after());
    if (page.button() != null) {
      parts.add(link(page.button()));
    }
    page.links().forEach(link -> parts.add(link(link)));
    parts.add("--\n" + String.join("\n", page.footer()));
    return String.join("\n\n", parts) + "\n";
  }

  private static String block(Page.Block block) {
    StringBuilder text = new StringBuilder("* ").append(block.title());
    text.append("\n  ").append(block.when());
    if (block.how() != null) {
      text.append("\n  ").append(block.how());
    }
    if (block.link() != null) {
      text.append("\n  ").append(block.link().label()).append(": ").append(block.link().url());
    }
    return text.toString();
  }

  private static String link(Page.Link link) {
    return link.label() + ":\n" + link.url();
  }
}
