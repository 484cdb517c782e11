package org.cocreation.notification.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.cocreation.notification.domain.Letter;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes an e-mail of a letter: text and HTML side by side, calendar entries attached. Its
 * Message-ID comes from the delivery, so that a second copy of the same e-mail is recognised as
 * such.
 */
@Component
class LetterWriter {

  private final PageWriter pages;
  private final Sender sender;
  private final Clock clock;
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  LetterWriter(PageWriter pages, Sender sender, Clock clock) {
    this.pages = pages;
    this.sender = sender;
    this.clock = clock;
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("mail/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    templates.setTemplateResolver(resolver);
  }

  /**
   * Fills an empty message.
   *
   * @throws MessagingException when the address is none
   */
  void write(Letter letter, MimeMessage message) throws MessagingException {
    Page page = pages.write(letter);
    MimeMessageHelper mail =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    try {
      mail.setFrom(sender.from(), sender.fromName());
      InternetAddress to =
          new InternetAddress(
              letter.contact().email(), letter.contact().name(), StandardCharsets.UTF_8.name());
      to.validate();
      mail.setTo(to);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (sender.replyTo() != null) {
      mail.setReplyTo(sender.replyTo());
    }
    mail.setSubject(page.subject());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setText(PageText.of(page), html(page));
    for (Invitation invitation : page.invitations()) {
      String type = "text/calendar; charset=UTF-8; method=" + invitation.method();
      byte[] calendar = invitation.text(sender.from()).getBytes(StandardCharsets.UTF_8);
      mail.addAttachment(invitation.fileName(), new ByteArrayDataSource(calendar, type));
    }
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", page.language().code());
    message.saveChanges();
    message.setHeader("Message-ID", "<" + letter.deliveryId() + "@" + sender.domain() + ">");
  }

  private String html(Page page) {
    Context context =
        new Context(Locale.forLanguageTag(page.language().code()), Map.of("page", page));
    return templates.process("page", context);
  }
}
