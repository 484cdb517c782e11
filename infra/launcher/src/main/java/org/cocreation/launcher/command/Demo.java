package org.cocreation.launcher.command;

import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.demo.Demonstration;
import org.cocreation.launcher.demo.Demonstration.Stage;
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
    Surroundings at = context.ofTheRunning();
    String mailbox =
        at.mailboxUrl()
            .orElseThrow(() -> new Failure("The demonstration reads the embedded mailbox"));
    if (at.settings().find("cocreation.issuer").isPresent()) {
      throw new Failure("The demonstration signs in at the embedded identity provider");
    }
    Demonstration demonstration =
        ServiceLoader.load(Demonstration.class)
            .findFirst()
            .orElseThrow(() -> new Failure("This launcher has no demonstration in it"));
    Stage stage =
        new Stage(URI.create(at.portalUrl()), URI.create(at.issuer()), URI.create(mailbox));
    return demonstration.play(stage, context.terminal(), json) ? 0 : 1;
  }
}
