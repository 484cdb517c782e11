package org.cocreation.embedded.mailbox;

import java.nio.file.Path;
import java.time.Clock;

/**
 * A mail server for a single machine that delivers to nobody: it takes every message, keeps the
 * newest, and shows them as pages and as JSON. Listens on the loopback address only, without
 * authentication.
 *
 * <p>A message is acknowledged when it is on disk. The number and the total size of what is kept
 * are bounded ({@link Limits}); the oldest messages go first.
 */
public final class EmbeddedMailbox implements AutoCloseable {

  /**
   * How much is kept.
   *
   * @param messages at most this many
   * @param totalBytes together at most this long, in bytes; one message is always kept
   * @param messageBytes one message at most this long, in bytes; longer ones are refused
   */
  public record Limits(int messages, long totalBytes, long messageBytes) {

    /** 5,000 messages, 256 MiB together, 12 MiB each. */
    public static final Limits DEFAULT = new Limits(5_000, 256L << 20, 12L << 20);
  }

  private final SmtpListener smtp;
  private final MailboxWeb web;

  private EmbeddedMailbox(SmtpListener smtp, MailboxWeb web) {
    this.smtp = smtp;
    this.web = web;
  }

  /**
   * Starts and returns when mail is taken and pages are served.
   *
   * @param directory where messages are kept, made when it is new
   * @param smtpPort where mail is taken; 0 for a free port
   * @param webPort where pages and the API are served; 0 for a free port
   * @throws java.io.UncheckedIOException when a port is taken or the directory cannot be used
   */
  public static EmbeddedMailbox start(Path directory, int smtpPort, int webPort, Limits limits) {
    MessageStore store =
        new MessageStore(directory, limits.messages(), limits.totalBytes(), Clock.systemUTC());
    SmtpListener smtp = new SmtpListener(smtpPort, limits.messageBytes(), store::keep);
    try {
      return new EmbeddedMailbox(smtp, new MailboxWeb(webPort, store));
    } catch (RuntimeException e) {
      smtp.close();
      throw e;
    }
  }

  /** Starts on free ports with the default limits. */
  public static EmbeddedMailbox start(Path directory) {
    return start(directory, 0, 0, Limits.DEFAULT);
  }

  /** Where mail is taken. */
  public int smtpPort() {
    return smtp.port();
  }

  /** Where pages and the API are served. */
  public int webPort() {
    return web.port();
  }

  /** Stops taking mail and serving pages; the messages stay. */
  @Override
  public void close() {
    smtp.close();
    web.close();
  }
}
