package org.cocreation.launcher.command;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.demo.Addresses;
import org.cocreation.launcher.demo.Demonstration;
import org.cocreation.launcher.demo.DemonstrationFailed;
import org.cocreation.launcher.demo.Outcome;
import org.cocreation.launcher.process.Surroundings;

/** Plays the demonstration on the platform that runs. */
final class Demo implements Command {

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String arguments() {
    return "[--json]";
  }

  @Override
  public String purpose() {
    return "play a whole programme through the public interfaces and check its outcome";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    boolean json = arguments.equals(List.of("--json"));
    if (!json && !arguments.isEmpty()) {
      throw new Failure("demo: expected nothing or --json, got: " + String.join(" ", arguments));
    }
    context.awaitReady();
    Surroundings at = context.ofTheRunning();
    String mailbox =
        at.mailboxUrl()
            .orElseThrow(() -> new Failure("The demonstration reads the embedded mailbox"));
    if (at.settings().find("cocreation.issuer").isPresent()) {
      throw new Failure("The demonstration signs in at the embedded identity provider");
    }
    Addresses addresses =
        new Addresses(URI.create(at.portalUrl()), URI.create(at.issuer()), URI.create(mailbox));
    Terminal terminal = context.terminal();
    // What is being done is for people; with --json only the outcome is printed.
    Consumer<String> say = json ? line -> {} : terminal::say;
    try {
      Outcome outcome = new Demonstration(addresses, Clock.systemUTC(), say).play();
      terminal.say(json ? outcome.asJson() : outcome.asTable());
      return outcome.ok() ? 0 : 1;
    } catch (DemonstrationFailed failed) {
      throw new Failure("The demonstration could not go on", failed);
    }
  }
}
