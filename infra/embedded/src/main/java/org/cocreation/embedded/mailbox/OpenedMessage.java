package org.cocreation.embedded.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message taken apart for reading: headers decoded, the first plain text and the first HTML body,
 * and everything else as attachments. A message that breaks the rules of MIME is shown as far as it
 * can be read, never refused.
 *
 * @param text empty when there is no plain text
 * @param html empty when there is no HTML
 */
record OpenedMessage(List<Line> headers, String text, String html, List<Attachment> attachments) {

  /** A header line, decoded. */
  record Line(String name, String value) {}

  /**
   * A part that is not the message's text.
   *
   * @param contentId without its angle brackets; null for a part that no HTML refers to
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared: shown or downloaded
  record Attachment(String name, String type, @Nullable String contentId, byte[] content) {}

  /** The line between the envelope and the message, so that a message cannot add recipients. */
  static final String END_OF_ENVELOPE = "X-Kept-By: platform mailbox";

  private static final Session NO_SESSION = Session.getInstance(new Properties());
  private static final int MAX_DEPTH = 20;

  /** Opens a message as the store gives it. */
  static OpenedMessage of(byte[] content) {
    Reading reading = new Reading();
    List<Line> lines = new ArrayList<>();
    try {
      MimeMessage message = new MimeMessage(NO_SESSION, new ByteArrayInputStream(content));
      for (Header header : Collections.list(message.getAllHeaders())) {
        lines.add(new Line(header.getName(), decoded(header.getValue())));
      }
      reading.read(message, 0);
    } catch (MessagingException | IOException e) {
      reading.note("This message could not be read whole: " + e.getMessage());
    }
    return new OpenedMessage(
        List.copyOf(lines), reading.text(), reading.html(), List.copyOf(reading.attachments));
  }

  /** The decoded subject; empty when there is none. */
  static String subjectOf(byte[] content) {
    return header(content, "Subject").stream().findFirst().map(OpenedMessage::decoded).orElse("");
  }

  /**
   * The envelope that the store wrote before the message; empty for a file that it did not write.
   */
  static Optional<Envelope> envelopeOf(byte[] content) {
    String from = "";
    List<String> recipients = new ArrayList<>();
    Iterator<String> lines = new String(content, StandardCharsets.UTF_8).lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("Return-Path: <") && line.endsWith(">")) {
        from = line.substring("Return-Path: <".length(), line.length() - 1);
      } else if (line.startsWith("Delivered-To: ")) {
        recipients.add(line.substring("Delivered-To: ".length()));
      } else if (line.equals(END_OF_ENVELOPE) && !recipients.isEmpty()) {
        return Optional.of(new Envelope(from, recipients));
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<String> header(byte[] content, String name) {
    try {
      String[] values =
          new InternetHeaders(new ByteArrayInputStream(content), true).getHeader(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (MessagingException e) {
      return List.of();
    }
  }

  private static String decoded(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException e) {
      return value;
    }
  }

  /** What was found on the way through the parts. */
  private static final class Reading {

    private @Nullable String text;
    private @Nullable String html;
    private final List<Attachment> attachments = new ArrayList<>();

    void note(String sentence) {
      text = text == null ? sentence : text + "\n\n" + sentence;
    }

    String text() {
      return text == null ? "" : text;
    }

    String html() {
      return html == null ? "" : html;
    }

    void read(Part part, int depth) throws MessagingException, IOException {
      boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
      if (!attached && text == null && part.isMimeType("text/plain")) {
        text = asText(part);
      } else if (!attached && html == null && part.isMimeType("text/html")) {
        html = asText(part);
      } else if (part.isMimeType("multipart/*") && depth < MAX_DEPTH) {
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
          read(parts.getBodyPart(i), depth + 1);
        }
      } else {
        attachments.add(attachment(part));
      }
    }

    private static String asText(Part part) throws MessagingException, IOException {
      try {
        if (part.getContent() instanceof String content) {
          return content;
        }
      } catch (UnsupportedEncodingException e) {
        // An unknown character set is read as UTF-8: most of it will be legible.
      }
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Attachment attachment(Part part) throws MessagingException, IOException {
      String name = part.getFileName();
      String contentId = part instanceof BodyPart body ? first(body.getHeader("Content-ID")) : null;
      String type = part.getContentType().replaceAll("(?s);.*", "").replaceAll("\\s", "");
      byte[] content = part.getInputStream().readAllBytes();
      return new Attachment(
          name == null ? "part-" + (attachments.size() + 1) : decoded(name),
          type,
          contentId == null ? null : contentId.strip().replaceAll("^<|>$", ""),
          content);
    }

    private static @Nullable String first(String @Nullable [] values) {
      return values == null || values.length == 0 ? null : values[0];
    }
  }
}
