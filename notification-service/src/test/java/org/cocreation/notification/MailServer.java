package org.cocreation.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that can be sent away and called back; what it took stays. */
@TestConfiguration(proxyBeanMethods = false)
class MailServer {

  private final List<MimeMessage> earlier = new ArrayList<>();
  private GreenMail server = started(0);
  private final int port = server.getSmtp().getPort();

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  @Bean
  DynamicPropertyRegistrar mailServerAddress() {
    return registry -> {
      registry.add("spring.mail.host", () -> "127.0.0.1");
      registry.add("spring.mail.port", () -> port);
    };
  }

  synchronized void leave() {
    earlier.addAll(List.of(server.getReceivedMessages()));
    server.stop();
  }

  synchronized void comeBack() {
    server = started(port);
  }

  /** The e-mails that somebody got, in order. */
  synchronized List<MimeMessage> to(String address) {
    List<MimeMessage> all = new ArrayList<>(earlier);
    if (server.isRunning()) {
      all.addAll(List.of(server.getReceivedMessages()));
    }
    return all.stream().filter(mail -> isTo(mail, address)).toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().contains(address);
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
