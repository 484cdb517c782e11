package org.cocreation.notification.messaging.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Postbox;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Posts letters by SMTP, those of one call over one connection.
 *
 * <p>5xx and impossible addresses are refusals for good, 4xx and a connection lost in the middle
 * are refusals for now. A server that can't be reached, or that says 421, is away: that says
 * nothing about a letter, and the circuit breaker keeps everybody from knocking again and again.
 * What is left of a call then, or when it has taken too long for its claim, is away too.
 */
final class SmtpPostbox implements Postbox {

  private static final Logger log = LoggerFactory.getLogger(SmtpPostbox.class);
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@,;:]+>?");
  private static final int LONGEST_REASON = 300;

  private final JavaMailSenderImpl server;
  private final LetterWriter writer;
  private final CircuitBreaker breaker;
  private final Duration longest;

  /**
   * @param longest how long one call may take before it leaves the rest for later; well within a
   *     claim's lease
   */
  SmtpPostbox(
      JavaMailSenderImpl server, LetterWriter writer, CircuitBreaker breaker, Duration longest) {
    this.server = server;
    this.writer = writer;
    this.breaker = breaker;
    this.longest = longest;
    // What a server says to QUIT changes nothing, and until a letter is recorded as posted a crash
    // would post it again.
    for (String protocol : List.of("smtp", "smtps")) {
      server.getJavaMailProperties().putIfAbsent("mail." + protocol + ".quitwait", "false");
    }
  }

  @Override
  public boolean open() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  @Override
  public Map<String, Posted> post(List<Letter> letters) {
    Map<String, Posted> posted = new HashMap<>();
    if (!breaker.tryAcquirePermission()) {
      letters.forEach(letter -> posted.put(letter.deliveryId(), away("it does not answer")));
      return posted;
    }
    long start = System.nanoTime();
    try (Transport transport = connected()) {
      for (Letter letter : letters) {
        if (System.nanoTime() - start > longest.toNanos()) {
          posted.put(letter.deliveryId(), away("it is very slow"));
        } else if (!transport.isConnected()) {
          posted.put(letter.deliveryId(), away("the connection was lost"));
        } else {
          posted.put(letter.deliveryId(), post(letter, transport));
        }
      }
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    } catch (MessagingException unreachable) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, unreachable);
      String reason =
          unreachable instanceof AuthenticationFailedException
              ? "it does not accept the user name or password"
              : told(unreachable);
      log.warn("The mail server is away: {}", reason);
      letters.forEach(letter -> posted.putIfAbsent(letter.deliveryId(), away(reason)));
    } catch (RuntimeException bug) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, bug);
      throw bug;
    }
    return posted;
  }

  private Transport connected() throws MessagingException {
    String protocol = server.getProtocol();
    Transport transport = server.getSession().getTransport(protocol == null ? "smtp" : protocol);
    String user = server.getUsername();
    boolean anonymous = user == null || user.isEmpty();
    transport.connect(
        server.getHost(),
        server.getPort(),
        anonymous ? null : user,
        anonymous ? null : server.getPassword());
    return transport;
  }

  private Posted post(Letter letter, Transport transport) {
    MimeMessage message = server.createMimeMessage();
    Address[] to;
    try {
      writer.write(letter, message);
      to = Objects.requireNonNull(message.getAllRecipients());
    } catch (AddressException impossible) {
      return new Posted.Refused("The e-mail address is not one.");
    } catch (MessagingException | RuntimeException unwritable) {
      log.error("Delivery {} could not be written", letter.deliveryId(), unwritable);
      return new Posted.Refused("The e-mail could not be written: " + told(unwritable));
    }
    try {
      transport.sendMessage(message, to);
      return new Posted.Taken();
    } catch (MessagingException refused) {
      return posted(refused);
    }
  }

  private static Posted posted(MessagingException refused) {
    Answer answer = answer(refused);
    if (answer.code() == 421) {
      return away(answer.text());
    }
    if (answer.code() < 0) {
      return new Posted.Deferred("The connection was lost: " + answer.text());
    }
    String reason = "The mail server said: " + answer.text();
    return answer.code() >= 500 ? new Posted.Refused(reason) : new Posted.Deferred(reason);
  }

  /** What the mail server replied; the code is -1 when it said nothing. */
  private record Answer(int code, String text) {}

  /** The reply about the address where there is one, else about the whole. */
  private static Answer answer(MessagingException refused) {
    Answer answer = new Answer(-1, told(refused));
    Exception next = refused;
    while (next != null) {
      if (next instanceof SMTPAddressFailedException address) {
        return new Answer(address.getReturnCode(), told(address));
      }
      if (next instanceof SMTPSenderFailedException sender) {
        return new Answer(sender.getReturnCode(), told(sender));
      }
      if (next instanceof SMTPSendFailedException send && answer.code() < 0) {
        answer = new Answer(send.getReturnCode(), told(send));
      }
      next = next instanceof MessagingException chained ? chained.getNextException() : null;
    }
    return answer;
  }

  private static Posted away(String why) {
    return new Posted.Away("The mail server is away: " + why);
  }

  /** What somebody said, in one line and without any address. */
  private static String told(Exception exception) {
    String message = String.valueOf(exception.getMessage());
    String line = ADDRESS.matcher(message.replaceAll("\\s+", " ").strip()).replaceAll("…");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }
}
