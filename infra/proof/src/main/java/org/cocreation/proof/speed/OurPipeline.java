package org.cocreation.proof.speed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.cocreation.launcher.Failure;
import org.cocreation.proof.platform.Backlog;
import org.cocreation.proof.platform.Waiting;
import org.cocreation.proof.speed.Rounds.Reading;
import tools.jackson.databind.JsonNode;

/**
 * The platform's own services. People are told to them by the events that registration would send,
 * a file says who was there, and a coordinator closes the session: from that request to the moment
 * at which the last e-mail is a document in notification's store.
 */
final class OurPipeline implements Rounds.Subject {

  static final String NAME = "ours";

  /** From person to e-mail: recorded, judged, issued, intended. */
  static final int FACTS = 4;

  private static final List<String> INTAKES =
      List.of("attendance", "certificate", "submission", "notification");
  private static final String CERTIFICATES = "certificate.events";
  private static final double PATIENCE = 300;
  private static final long LOOK_MILLIS = 20;

  private final SpeedBench bench;
  private final int people;
  private final Shares shares = new Shares();

  OurPipeline(SpeedBench bench, int people) {
    this.bench = bench;
    this.people = people;
  }

  @Override
  public String name() {
    return NAME;
  }

  Shares shares() {
    return shares;
  }

  /** Carries some people, for nothing but to have done it. */
  void warmUp(int which) throws IOException, InterruptedException {
    carry("warm-" + which);
  }

  @Override
  public Reading turn(int round) throws IOException, InterruptedException {
    Sampler.Usage usage = carry(Integer.toString(round));
    int facts = people * FACTS;
    double perFact =
        shares.add(
            usage.of("attendance", "certificate", "notification") / facts,
            usage.of("store") / facts,
            usage.of("broker") / facts);
    double rate = facts / usage.seconds();
    bench.say(
        String.format(
            Locale.ROOT,
            "ours: %.0f facts/s, %.0f us: attendance %.0f, certificate %.0f, notification %.0f, store %.0f, broker %.0f; proof %.0f, everything else %.2f processors",
            rate,
            perFact,
            usage.of("attendance") / facts,
            usage.of("certificate") / facts,
            usage.of("notification") / facts,
            usage.of("store") / facts,
            usage.of("broker") / facts,
            usage.of("proof") / facts,
            usage.others()));
    return new Reading(rate, perFact);
  }

  private Sampler.Usage carry(String which) throws IOException, InterruptedException {
    Crowd crowd =
        new Crowd(
            "speed-pipeline-" + Long.toString(bench.options().seed(), 36) + "-" + which, people, 1);
    crowd.announce(bench.platform().bootstrapServers());
    double patience = bench.options().within(PATIENCE);
    try (Backlog backlog = new Backlog(bench.platform().bootstrapServers());
        MongoClient store = MongoClients.create(bench.platform().storeUri());
        Admin admin =
            Admin.create(
                Map.of("bootstrap.servers", (Object) bench.platform().bootstrapServers()))) {
      backlog.awaitNone(INTAKES, patience);
      attend(crowd, patience);
      backlog.awaitNone(INTAKES, patience);
      try (StandingStill others =
          StandingStill.allBut(bench, "attendance", "certificate", "notification")) {
        return close(
            crowd, new Ends(admin, backlog, store, crowd.programme(), people), patience, others);
      }
    }
  }

  /** Everybody was there from the beginning to the end, as a file says that is accepted. */
  private void attend(Crowd crowd, double patience) {
    String imports = session(crowd) + "/imports";
    JsonNode preview =
        bench
            .staff()
            .upload("attendance", imports, "meeting.csv", crowd.zoomExport(0, people, people));
    if (preview.path("people").path("matched").asInt() != people) {
      throw new Failure("Of " + people + " people were understood: " + preview.path("people"));
    }
    String one = imports + "/" + preview.path("importId").asString();
    bench.staff().post("attendance", one + "/acceptance", Map.of());
    boolean applied =
        Waiting.until(
            patience,
            () -> bench.staff().get("attendance", one).path("status").asString().equals("applied"));
    if (!applied) {
      throw new Failure("The attendance of " + crowd.programme() + " was not brought in");
    }
  }

  private Sampler.Usage close(Crowd crowd, Ends ends, double patience, StandingStill others)
      throws InterruptedException {
    bench.staff().authorization();
    long before = ends.certificatesSent();
    Sampler.Sample begun = bench.sampler().sample();
    Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    CompletableFuture<JsonNode> closing =
        CompletableFuture.supplyAsync(
            () ->
                bench
                    .staff()
                    .post(
                        "attendance",
                        session(crowd) + "/closing",
                        Map.of("acknowledgeUndecided", true)));
    long until = System.nanoTime() + (long) (patience * 1e9);
    while (ends.certificatesSent() - before < people
        || ends.certificatesUnread() > 0
        || ends.intendedSince(since) < people) {
      if (closing.isCompletedExceptionally() || System.nanoTime() > until) {
        throw new Failure(
            "Of "
                + people
                + " e-mails were intended: "
                + ends.intendedSince(since)
                + " beside "
                + others.count()
                + " services that stood still; the closing: "
                + closing);
      }
      Waiting.millis(LOOK_MILLIS);
    }
    Sampler.Usage usage = bench.sampler().sample().since(begun);
    closing.join();
    long intended = ends.intendedSince(since);
    if (intended != people) {
      throw new Failure(intended + " e-mails were intended for " + people + " people");
    }
    return usage;
  }

  private static String session(Crowd crowd) {
    return "/api/attendance/programmes/" + crowd.programme() + "/sessions/" + Crowd.session(0);
  }

  /**
   * How far it has come. The store is asked only once all certificates are on their topic and were
   * taken in, so that looking costs it nothing.
   */
  private static final class Ends {
    private final Admin admin;
    private final Backlog backlog;
    private final MongoCollection<Document> deliveries;
    private final String programme;
    private final Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();

    Ends(Admin admin, Backlog backlog, MongoClient store, String programme, int people)
        throws InterruptedException {
      this.admin = admin;
      this.backlog = backlog;
      this.programme = programme;
      deliveries = store.getDatabase("notification").getCollection("deliveries");
      try {
        Objects.requireNonNull(
                admin.describeTopics(List.of(CERTIFICATES)).allTopicNames().get().get(CERTIFICATES))
            .partitions()
            .forEach(
                one ->
                    partitions.put(
                        new TopicPartition(CERTIFICATES, one.partition()), OffsetSpec.latest()));
      } catch (ExecutionException e) {
        throw new Failure("There is no topic for certificates of " + people + " people", e);
      }
    }

    long certificatesSent() throws InterruptedException {
      try {
        return admin.listOffsets(partitions).all().get().values().stream()
            .mapToLong(end -> end.offset())
            .sum();
      } catch (ExecutionException e) {
        throw new Failure("The broker does not say how many certificates were sent", e);
      }
    }

    long certificatesUnread() {
      return backlog.of("notification");
    }

    long intendedSince(Instant since) {
      return deliveries.countDocuments(
          Filters.and(
              Filters.eq("state.programmeId", programme),
              Filters.gte("state.createdAt", Date.from(since))));
    }
  }
}
