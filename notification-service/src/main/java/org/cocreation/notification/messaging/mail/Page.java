package org.cocreation.notification.messaging.mail;

import java.util.List;
import org.cocreation.notification.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail shows, before it becomes text or HTML.
 *
 * @param subject the subject line
 * @param heading the same in a few words, at the top
 * @param greeting to whom
 * @param before paragraphs before the sessions
 * @param blocks the sessions
 * @param quote somebody's words, for instance a reason; null when there are none
 * @param further sessions that are still to come for the person, or null
 * @param after paragraphs behind the sessions: what to do next
 * @param button where to go, or null
 * @param links further addresses
 * @param footer why they get this and what to mind, small
 * @param invitations calendar entries to attach
 */
record Page(
    Language language,
    String subject,
    String heading,
    String greeting,
    List<String> before,
    List<Block> blocks,
    @Nullable String quote,
    @Nullable Section further,
    List<String> after,
    @Nullable Link button,
    List<Link> links,
    List<String> footer,
    List<Invitation> invitations) {

  /**
   * One session.
   *
   * @param how online or in person and what goes with it; null when it is only named
   * @param link the online room, or null
   * @param off whether the person is not expected in it
   */
  record Block(String title, String when, @Nullable String how, @Nullable Link link, boolean off) {}

  /** Sessions under a sentence of their own. */
  record Section(String lead, List<Block> blocks) {}

  /** An address with what is behind it. */
  record Link(String label, String url) {}
}
