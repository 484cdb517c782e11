package org.cocreation.defaults.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.cocreation.defaults.Translated;
import org.cocreation.defaults.sample.SampleApplication.Thing;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Decision;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/sample")
public class SampleController {

  /** What happens before an effect that is named so is answered. */
  public static volatile Runnable meanwhile = () -> {};

  private static final Logger LOG = LoggerFactory.getLogger(SampleController.class);
  private final AtomicInteger effects = new AtomicInteger();
  private final AggregateStore<Thing, Object> things;

  SampleController(AggregateStore<Thing, Object> things) {
    this.things = things;
  }

  enum Mode {
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("venue")
    VENUE
  }

  record Item(@NotBlank String label) {}

  record Body(
      @NotBlank @Size(max = 20) String name,
      @Nullable @Email String email,
      int count,
      @Nullable Mode mode,
      @Nullable Instant at,
      @Nullable List<@Valid Item> items,
      @Nullable Map<String, Mode> choices,
      @Nullable Even even) {}

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("an even number");
      }
    }
  }

  record Effect(int number) {}

  @GetMapping("/public")
  Map<String, String> open() {
    return Map.of("at", Instant.EPOCH.toString());
  }

  @GetMapping({"/coordinator", "/committee", "/administrator"})
  Map<String, String> staff(Authentication who) {
    return Map.of("name", who.getName());
  }

  @GetMapping("/me")
  LinkHolder me(@AuthenticationPrincipal LinkHolder me) {
    return me;
  }

  @PostMapping("/echo")
  Body echo(@Valid @RequestBody Body body) {
    return body;
  }

  @GetMapping("/items")
  Page<Item> items(Cursor cursor) {
    int from = cursor.position().map(key -> Integer.parseInt(key) + 1).orElse(0);
    List<Integer> found =
        IntStream.range(from, Math.min(from + cursor.fetch(), 120)).boxed().toList();
    return Page.of(found, cursor, Object::toString).map(number -> new Item("item " + number));
  }

  @PutMapping("/things/{id}")
  ResponseEntity<Void> change(@PathVariable String id, IfMatch ifMatch) {
    Thing changed = new Thing("changed");
    things.change(id, ifMatch.version(), thing -> Decision.of(changed, List.of(), changed));
    long version = things.findStored(id).orElseThrow().version();
    return ResponseEntity.noContent().eTag(IfMatch.etag(version)).build();
  }

  @PostMapping("/things/{id}")
  void create(@PathVariable String id) {
    Thing made = new Thing("new");
    things.change(id, thing -> Decision.of(made, List.of(), made));
  }

  @Idempotent
  @PostMapping("/effects")
  ResponseEntity<Effect> effect(@RequestBody Body body) {
    if (body.name().equals("fail")) {
      effects.incrementAndGet();
      throw new IllegalStateException("planted");
    }
    if (body.name().equals("meanwhile") || body.name().equals("halfway")) {
      meanwhile.run();
    }
    if (body.name().equals("halfway")) {
      create("halfway");
    }
    if (body.name().equals("refused")) {
      throw ProblemException.refused(
          "not-twice", "Refused number " + effects.incrementAndGet() + ".");
    }
    int number = effects.incrementAndGet();
    return ResponseEntity.created(URI.create("/api/sample/effects/" + number))
        .body(new Effect(number));
  }

  /** Who asks, and what is made of it. */
  record Asked(String id, boolean again, String drawn) {}

  @Idempotent
  @PostMapping("/asked")
  Asked asked() {
    KeyedRequest request = KeyedRequest.current().orElseThrow();
    return new Asked(request.id(), request.again(), HexFormat.of().formatHex(request.drawn()));
  }

  @PostMapping("/unasked")
  boolean unasked() {
    return KeyedRequest.current().isEmpty();
  }

  @Idempotent
  @PostMapping("/uploads")
  Map<String, Object> upload(@RequestParam MultipartFile file) throws IOException {
    return Map.of("number", effects.incrementAndGet(), "size", file.getBytes().length);
  }

  @GetMapping("/effects")
  int effects() {
    return effects.get();
  }

  @GetMapping("/numbers/{number}")
  int number(@PathVariable int number, @RequestParam(defaultValue = "1") @Min(1) int size) {
    return number * size;
  }

  @GetMapping("/search")
  String search(
      @RequestParam @NotNull String q, @RequestParam(required = false) @Nullable Mode mode) {
    return q + mode;
  }

  @GetMapping(value = "/csv", produces = "text/csv")
  String csv() {
    return "a,b\n";
  }

  @Operation(summary = "Says something in the reader's language.")
  @GetMapping("/language")
  Map<String, String> language(Locale reader) {
    return Map.of("text", new Translated("Welcome", "Bienvenidos").in(reader));
  }

  @GetMapping("/failures/{kind}")
  void fail(@PathVariable String kind) {
    switch (kind) {
      case "problem" ->
          throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "slow-down", "Wait a little.")
              .retryAfter(Duration.ofSeconds(7));
      case "unforeseen" ->
          throw new IllegalStateException("secret detail of ana.penate@fisheries.example");
      default -> throw ProblemException.notFound("There is no such failure.");
    }
  }

  @GetMapping("/trace")
  Map<String, String> trace() {
    String traceId = MDC.get("traceId");
    return Map.of("traceId", traceId == null ? "" : traceId);
  }

  @GetMapping("/log")
  void log() {
    LOG.info(
        "Wrote to {} with {}", "ana.penate@fisheries.example", "/me/" + SampleApplication.TOKEN);
    LOG.warn("Failed", new IllegalStateException("550 tomas.ek@correo.example unknown"));
  }
}
