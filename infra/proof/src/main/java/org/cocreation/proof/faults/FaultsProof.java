package org.cocreation.proof.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.access.SignIn;

/**
 * {@code ./platform prove faults}: breaks a platform of its own under load and audits it
 * afterwards. See {@link Options#USAGE}; the repository's root is in the system property {@code
 * platform.root}.
 *
 * <p>Exit code: 0 nothing lost, doubled or out of order and everything recovered in time; 1 it was
 * not so; 2 not understood.
 */
public final class FaultsProof {

  private static final double PEOPLE_PER_SECOND = 6;
  private static final double CLIENT_PATIENCE = 90;

  private final Options options;
  private final Terminal terminal;
  private final Consumer<String> say;
  private final Clock clock = Clock.systemUTC();

  private FaultsProof(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.say = terminal::say;
  }

  /** Proves, or does not, and ends this JVM. */
  @SuppressWarnings("SystemOut") // the one place that names the terminal
  public static void main(String[] args) {
    // What the clients of store and broker say about trouble that the proof itself makes.
    System.setProperty("logback.configurationFile", "org/cocreation/proof/faults/logging.xml");
    Terminal terminal =
        new Terminal(
            System.out,
            System.err,
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Path root = Path.of(System.getProperty("platform.root", "")).toAbsolutePath().normalize();
    System.exit(run(List.of(args), root, terminal));
  }

  /** Proves, or does not. */
  static int run(List<String> args, Path root, Terminal terminal) {
    try {
      Options options = Options.of(args, root, System.nanoTime() & 0xFFFFFF);
      return new FaultsProof(options, terminal).prove().ok() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return 2;
    } catch (Failure e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (IOException e) {
      terminal.complain("The report could not be written: " + e);
      return 1;
    }
  }

  private Report prove() throws InterruptedException, IOException {
    long started = System.nanoTime();
    List<Fault> faults = Faults.of(options);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("there is no fault whose name begins " + options.only());
    }
    say.accept("Seed " + options.seed() + (options.isShort() ? ", short" : ""));
    Layout.made(options.directory());
    Path ledgerFile = options.directory().resolve("ledger.jsonl");
    Files.deleteIfExists(ledgerFile);
    List<Row> rows = new ArrayList<>();
    try (PlatformUnderProof platform = new PlatformUnderProof(options, terminal, say);
        Ledger ledger = new Ledger(ledgerFile)) {
      Thread stop = new Thread(platform::close, "stop-platform");
      Runtime.getRuntime().addShutdownHook(stop);
      say.accept("Starting a platform in " + options.directory());
      platform.start();
      say.accept(String.format(java.util.Locale.ROOT, "  ready after %.0f s", since(started)));
      strikes(faults, platform, ledger, rows);
      say.accept("Stopping it");
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    Report report =
        new Report(
            options.seed(),
            options.isShort(),
            options.plant(),
            Instant.now(clock),
            since(started),
            rows);
    Path json = options.directory().resolve("faults.json");
    Files.writeString(json, report.asJson());
    say.accept("\n" + report.asTable() + "\n" + json);
    return report;
  }

  private void strikes(
      List<Fault> faults, PlatformUnderProof platform, Ledger ledger, List<Row> rows)
      throws InterruptedException {
    SignIn signIn = new SignIn(URI.create(platform.address("identity")));
    Client client = new Client(URI.create(platform.address("portal")), signIn);
    Client mailbox = new Client(platform.mailboxAddress(), signIn);
    Client notification = new Client(URI.create(platform.address("notification")), signIn);
    Random random = new Random(options.seed());
    String run = Long.toString(options.seed(), 36);
    try (Witness witness =
        new Witness(
            platform.storeUri(), new TopicReader(platform.bootstrapServers()), platform.mails())) {
      for (Fault fault : faults) {
        Random own = new Random(random.nextLong());
        String programme = "faults-" + run + "-" + (rows.size() + 1);
        Load load =
            new Load(
                client,
                mailbox,
                ledger,
                programme,
                new Random(own.nextLong()),
                PEOPLE_PER_SECOND,
                options.within(CLIENT_PATIENCE),
                clock);
        Bench bench = new Bench(options, platform, client, notification, mailbox, load, witness);
        try {
          rows.add(new Bout(fault, bench, ledger, own, say).run());
        } catch (RuntimeException e) {
          // Without a platform that can be asked there is nothing to audit, now or later.
          rows.add(Row.broken(fault.name(), load, e));
          return;
        }
      }
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
