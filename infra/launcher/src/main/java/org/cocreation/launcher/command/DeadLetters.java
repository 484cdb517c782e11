package org.cocreation.launcher.command;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.access.DeadLetterDesk;
import org.cocreation.launcher.process.Surroundings;

/** Lists, explains and replays what services could not take in. */
final class DeadLetters implements Command {

  private static final List<Ports.Name> SERVICES =
      List.of(
          Ports.Name.REGISTRATION,
          Ports.Name.ATTENDANCE,
          Ports.Name.CERTIFICATE,
          Ports.Name.SUBMISSION,
          Ports.Name.NOTIFICATION);

  @Override
  public String name() {
    return "dead-letters";
  }

  @Override
  public String arguments() {
    return "[SERVICE [show ID | replay ID|all]]";
  }

  @Override
  public String purpose() {
    return "what services could not take in: list it, explain it, replay it";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    Surroundings at = context.ofTheRunning();
    String token = Staff.token(at, "administrator");
    if (arguments.isEmpty()) {
      for (Ports.Name service : SERVICES) {
        context.terminal().say(desk(at, service, token).list());
      }
      return 0;
    }
    DeadLetterDesk desk = desk(at, service(arguments.get(0)), token);
    List<String> rest = arguments.subList(1, arguments.size());
    if (rest.isEmpty()) {
      context.terminal().say(desk.list());
    } else if (rest.size() == 2 && rest.get(0).equals("show")) {
      context.terminal().say(desk.show(rest.get(1)));
    } else if (rest.size() == 2 && rest.get(0).equals("replay")) {
      context.terminal().say(desk.replay(rest.get(1)));
    } else {
      throw new Failure("dead-letters: expected " + arguments());
    }
    return 0;
  }

  private static DeadLetterDesk desk(Surroundings at, Ports.Name service, String token) {
    URI base = URI.create("http://localhost:" + at.ports().of(service));
    return new DeadLetterDesk(service.name().toLowerCase(Locale.ROOT), base, token);
  }

  private static Ports.Name service(String name) {
    return SERVICES.stream()
        .filter(s -> s.name().equalsIgnoreCase(name.replaceAll("-service$", "")))
        .findFirst()
        .orElseThrow(() -> new Failure("dead-letters: there is no service " + name));
  }
}
