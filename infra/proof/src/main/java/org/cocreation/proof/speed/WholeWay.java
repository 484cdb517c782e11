package org.cocreation.proof.speed;

import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.cocreation.proof.platform.Backlog;
import org.cocreation.proof.platform.Waiting;
import org.cocreation.proof.speed.Sampler.Sample;
import org.cocreation.proof.speed.Sampler.Usage;
import tools.jackson.databind.JsonNode;

/**
 * Takes a crowd all the way by the platform's public interface: they become known, a coordinator
 * brings in who attended and closes the session, and every one of them gets a certificate and an
 * e-mail about it.
 */
final class WholeWay implements AutoCloseable {

  /** Of one person: attendance recorded, completion judged, certificate issued, e-mail intended. */
  static final int FACTS = 4;

  private static final List<String> READERS =
      List.of("attendance", "certificate", "submission", "notification");
  private static final String CERTIFICATES = "certificate.events";
  private static final double PATIENCE = 1_800;
  private static final int AT_ONCE = 40_000;

  private final SpeedBench bench;
  private final Backlog backlog;

  WholeWay(SpeedBench bench) {
    this.bench = bench;
    backlog = new Backlog(bench.platform().bootstrapServers());
  }

  /** Lets every service know them. */
  void arrive(Crowd crowd) {
    crowd.announce(bench.platform().bootstrapServers());
    backlog.awaitNone(READERS, bench.options().within(PATIENCE));
  }

  /** All of them were there. */
  void attend(Crowd crowd) {
    if (crowd.people() > AT_ONCE) {
      throw new IllegalArgumentException("more people than a file may have rows");
    }
    String imports = session(crowd) + "/imports";
    byte[] file = crowd.zoomExport(0, crowd.people(), crowd.people());
    JsonNode preview = bench.staff().upload("attendance", imports, "meeting.csv", file);
    if (preview.path("people").path("matched").asInt() != crowd.people()) {
      throw new Failure("Not everybody was known: " + preview.path("people"));
    }
    String one = imports + "/" + preview.path("importId").asString();
    JsonNode now = bench.staff().post("attendance", one + "/acceptance", Map.of());
    long until = System.nanoTime() + (long) (bench.options().within(PATIENCE) * 1e9);
    while (!now.path("status").asString().equals("applied")) {
      if (System.nanoTime() > until) {
        throw new Failure("The import is still " + now.path("status"));
      }
      Waiting.millis(200);
      now = bench.staff().get("attendance", one);
    }
  }

  /** Closes the session; comes back when the last e-mail is intended, with what all of it took. */
  Usage close(Crowd crowd) {
    long before = backlog.written(CERTIFICATES);
    Sample start = bench.sampler().sample();
    bench
        .staff()
        .post("attendance", session(crowd) + "/closing", Map.of("acknowledgeUndecided", true));
    long until = System.nanoTime() + (long) (bench.options().within(PATIENCE) * 1e9);
    while (backlog.written(CERTIFICATES) < before + crowd.people()
        || backlog.of("notification") > 0) {
      if (System.nanoTime() > until) {
        throw new Failure(
            "Of "
                + crowd.people()
                + " certificates there are "
                + (backlog.written(CERTIFICATES) - before));
      }
      Waiting.millis(50);
    }
    Usage usage = bench.sampler().sample().since(start);
    backlog.awaitNone(READERS, bench.options().within(PATIENCE));
    return usage;
  }

  private static String session(Crowd crowd) {
    return "/api/attendance/programmes/" + crowd.programme() + "/sessions/" + Crowd.session(0);
  }

  @Override
  public void close() {
    backlog.close();
  }
}
