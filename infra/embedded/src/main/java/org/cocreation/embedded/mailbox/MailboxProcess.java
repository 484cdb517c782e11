package org.cocreation.embedded.mailbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.cocreation.embedded.ProcessArguments;
import org.cocreation.embedded.mailbox.EmbeddedMailbox.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded mailbox as a process of its own: {@code --dir DIRECTORY [--smtp-port 2525]
 * [--web-port 8025] [--max-messages 5000]}.
 */
public final class MailboxProcess {

  private MailboxProcess() {}

  /** Runs until told to stop. */
  public static void main(String[] args) throws InterruptedException {
    ProcessArguments.logAsProcess();
    ProcessArguments arguments =
        ProcessArguments.of(args, "dir", "smtp-port", "web-port", "max-messages");
    Limits limits =
        new Limits(
            Integer.parseInt(
                arguments.get("max-messages", Integer.toString(Limits.DEFAULT.messages()))),
            Limits.DEFAULT.totalBytes(),
            Limits.DEFAULT.messageBytes());
    EmbeddedMailbox mailbox =
        EmbeddedMailbox.start(
            Path.of(arguments.required("dir")),
            arguments.port("smtp-port", 2525),
            arguments.port("web-port", 8025),
            limits);
    Logger log = LoggerFactory.getLogger(MailboxProcess.class);
    log.info(
        "Taking mail on port {}, showing it on http://localhost:{}/",
        mailbox.smtpPort(),
        mailbox.webPort());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  mailbox.close();
                  stopped.countDown();
                },
                "stop-mailbox"));
    stopped.await();
  }
}
