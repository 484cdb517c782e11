package org.cocreation.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The service as it runs, on an embedded store and broker and a mail server; one context for all
 * tests that say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "cocreation.link-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "notification.sending.interval=100ms",
      "notification.sending.away-pause=500ms",
      "notification.rounds.interval=200ms",
      "notification.queue.interval=100ms",
      "notification.rounds.page=2"
    })
@AutoConfigureMockMvc
@WithBackingServices
@WithStaffTokens
@Import(MailServer.class)
public @interface WholeService {}
