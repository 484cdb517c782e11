package org.cocreation.launcher.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.access.ProgrammeFile;
import org.cocreation.launcher.access.PublicApi;
import org.cocreation.launcher.process.Surroundings;

/** Sets a programme up from a document, or changes it; the same document twice changes nothing. */
final class Programme implements Command {

  @Override
  public String name() {
    return "programme";
  }

  @Override
  public String arguments() {
    return "FILE";
  }

  @Override
  public String purpose() {
    return "set a programme up, or change it, from a JSON or YAML document";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    if (arguments.size() != 1) {
      throw new Failure("programme: expected the file of one programme document");
    }
    ProgrammeFile programme = ProgrammeFile.read(Path.of(arguments.get(0)));
    Surroundings at = context.ofTheRunning();
    new PublicApi(URI.create(at.portalUrl())).put(programme, Staff.token(at, "coordinator"));
    context
        .terminal()
        .say("Set up " + programme.id() + ": " + at.publicUrl() + "/programmes/" + programme.id());
    return 0;
  }
}
