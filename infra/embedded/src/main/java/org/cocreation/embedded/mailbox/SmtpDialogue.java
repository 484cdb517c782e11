package org.cocreation.embedded.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's conversation by RFC 5321, with SIZE, 8BITMIME, SMTPUTF8 and PIPELINING.
 *
 * <p>A message is acknowledged (250 after its final dot) only when the taker has kept it; when that
 * fails the sender is told to try again (451). Only CR LF ends a line, so a bare LF dot LF inside a
 * message does not end it.
 */
final class SmtpDialogue {

  /** Where messages go. Back without an exception = kept. */
  @FunctionalInterface
  interface Taker {
    void take(Envelope envelope, byte[] message) throws IOException;
  }

  private static final Logger log = LoggerFactory.getLogger(SmtpDialogue.class);
  private static final int MAX_COMMAND = 2048;
  private static final int MAX_RECIPIENTS = 100;
  private static final int MAX_ERRORS = 20;
  private static final Pattern PATH =
      Pattern.compile("(?:FROM|TO):\\s*<([^<>\\s]*)>(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SIZE = Pattern.compile("\\bSIZE=(\\d{1,18})");

  private final BufferedInputStream in;
  private final OutputStream out;
  private final long maxMessageBytes;
  private final Taker taker;
  private @Nullable String from;
  private final List<String> recipients = new ArrayList<>();
  private int errors;

  SmtpDialogue(InputStream in, OutputStream out, long maxMessageBytes, Taker taker) {
    this.in = new BufferedInputStream(in, 16 * 1024);
    this.out = out;
    this.maxMessageBytes = maxMessageBytes;
    this.taker = taker;
  }

  /** Tells a sender that there is no place now. */
  static void turnAway(OutputStream out) throws IOException {
    out.write("421 Too many connections, try again later\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Talks until the sender quits, goes away or makes too many mistakes. */
  void run() throws IOException {
    say("220 localhost platform mailbox");
    try {
      while (errors < MAX_ERRORS) {
        byte[] line = line(MAX_COMMAND);
        if (line == null) {
          mistake("500 Line too long");
        } else if (!obey(new String(line, StandardCharsets.UTF_8))) {
          return;
        }
      }
      say("421 Too many mistakes");
    } catch (EOFException e) {
      log.trace("The sender hung up");
    }
  }

  private boolean obey(String line) throws IOException {
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0].toUpperCase(Locale.ROOT)) {
      case "EHLO" -> {
        reset();
        say(
            "250-localhost",
            "250-PIPELINING",
            "250-8BITMIME",
            "250-SMTPUTF8",
            "250 SIZE " + maxMessageBytes);
      }
      case "HELO" -> {
        reset();
        say("250 localhost");
      }
      case "MAIL" -> sender(rest);
      case "RCPT" -> recipient(rest);
      case "DATA" -> data();
      case "RSET" -> {
        reset();
        say("250 OK");
      }
      case "NOOP" -> say("250 OK");
      case "VRFY" -> say("252 Send some mail, I'll try my best");
      case "QUIT" -> {
        say("221 Bye");
        return false;
      }
      default -> mistake("502 Command not implemented");
    }
    return true;
  }

  private void sender(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (from != null || !path.matches()) {
      mistake(from != null ? "503 Sender already given" : "501 Expected MAIL FROM:<address>");
      return;
    }
    Matcher size = SIZE.matcher(path.group(2).toUpperCase(Locale.ROOT));
    if (size.find() && Long.parseLong(size.group(1)) > maxMessageBytes) {
      mistake("552 Message too large, the limit is " + maxMessageBytes + " bytes");
      return;
    }
    from = path.group(1);
    say("250 OK");
  }

  private void recipient(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (from == null) {
      mistake("503 Expected MAIL FROM first");
    } else if (!path.matches() || !path.group(1).matches("[^@]+@[^@]+")) {
      mistake("501 Expected RCPT TO:<name@domain>");
    } else if (recipients.size() == MAX_RECIPIENTS) {
      mistake("452 Too many recipients");
    } else {
      recipients.add(path.group(1));
      say("250 OK");
    }
  }

  private void data() throws IOException {
    String sender = from;
    if (sender == null || recipients.isEmpty()) {
      mistake("503 Expected MAIL FROM and RCPT TO first");
      return;
    }
    say("354 End with a line that is a single dot");
    byte[] message = message();
    Envelope envelope = new Envelope(sender, recipients);
    reset();
    if (message == null) {
      mistake("552 Message too large, the limit is " + maxMessageBytes + " bytes");
      return;
    }
    try {
      taker.take(envelope, message);
      say("250 Kept");
    } catch (IOException | RuntimeException e) {
      log.error("A message could not be kept; its sender is told to try again", e);
      say("451 The message could not be kept, try again");
    }
  }

  /** The message up to its final dot, dots unstuffed; null when it was too large. */
  private byte @Nullable [] message() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream(8192);
    boolean tooLarge = false;
    while (true) {
      byte[] line = line((int) Math.min(maxMessageBytes, Integer.MAX_VALUE - 8));
      if (line == null) {
        tooLarge = true;
        continue;
      }
      if (line.length == 1 && line[0] == '.') {
        return tooLarge ? null : message.toByteArray();
      }
      int start = line.length > 0 && line[0] == '.' ? 1 : 0;
      tooLarge |= message.size() + line.length - start + 2 > maxMessageBytes;
      if (!tooLarge) {
        message.write(line, start, line.length - start);
        message.write('\r');
        message.write('\n');
      }
    }
  }

  /** The next line without its CR LF; null when it is longer than allowed (it is skipped). */
  private byte @Nullable [] line(int max) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean tooLong = false;
    int previous = -1;
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the sender hung up");
      }
      if (previous == '\r' && next == '\n') {
        return tooLong ? null : line.toByteArray();
      }
      if (previous == '\r' && !tooLong) {
        line.write('\r');
      }
      if (next != '\r' && !tooLong) {
        line.write(next);
      }
      tooLong |= line.size() > max;
      previous = next;
    }
  }

  private void reset() {
    from = null;
    recipients.clear();
  }

  private void mistake(String answer) throws IOException {
    errors++;
    say(answer);
  }

  private void say(String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
