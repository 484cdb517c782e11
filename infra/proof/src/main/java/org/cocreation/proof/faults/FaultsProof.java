package org.cocreation.proof.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Proof;

/**
 * {@code ./platform prove faults}: breaks a platform of its own under load and audits it
 * afterwards. It holds when nothing was lost, doubled or out of order and everything recovered in
 * time.
 */
public final class FaultsProof implements Proof {

  private static final double PEOPLE_PER_SECOND = 6;

  /** Longer than anything is away, so that whoever asks is answered in the end. */
  private static final double CLIENT_PATIENCE = 240;

  private final Clock clock = Clock.systemUTC();

  FaultsProof() {}

  /** Proves, or does not, and ends this JVM. */
  public static void main(String[] args) {
    Proof.main(new FaultsProof(), args);
  }

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public boolean holds(Options options, Terminal terminal)
      throws InterruptedException, IOException {
    long started = System.nanoTime();
    List<Fault> faults = Faults.of(options);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("there is no fault whose name begins " + options.only());
    }
    Consumer<String> say = terminal::say;
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
      strikes(faults, options, platform, ledger, say, rows);
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
    return report.ok();
  }

  private void strikes(
      List<Fault> faults,
      Options options,
      PlatformUnderProof platform,
      Ledger ledger,
      Consumer<String> say,
      List<Row> rows)
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
