package org.cocreation.messaging;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cocreation.messaging.Seat.SeatEvent;
import org.cocreation.messaging.Seat.SeatId;
import org.cocreation.messaging.Seat.TakenBody;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A small service: it announces seats that are taken, and listens to such announcements itself. */
@SpringBootApplication
class AttendanceApplication {

  static final String ECHOED = "org.cocreation.attendance.echoed.v1";
  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  /** What the intake's handlers were given, and what a test makes them do. */
  static final class Arrived {
    final List<Event<TakenBody>> taken = new CopyOnWriteArrayList<>();
    final List<String> erased = new CopyOnWriteArrayList<>();
    final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    volatile Consumer<List<Event<TakenBody>>> first = batch -> {};

    List<Event<TakenBody>> about(String seat) {
      List<Event<TakenBody>> some = new ArrayList<>(taken);
      some.removeIf(event -> !event.subject().equals(seat));
      return some;
    }
  }

  @Bean
  Arrived arrived() {
    return new Arrived();
  }

  @Bean
  ValueTypes ids() {
    return ValueTypes.of(SeatId.class);
  }

  @Bean
  AggregateStore<Seat, SeatEvent> seats(AggregateStores stores) {
    return stores.of("seats", Seat.class, Seat.announcer());
  }

  @Bean
  AggregateStore<Seat, SeatEvent> echoes(AggregateStores stores) {
    return stores.of(
        "echoes",
        Seat.class,
        event ->
            List.of(
                new Announcement(
                    "attendance.events",
                    ECHOED,
                    event.id().value(),
                    Map.of("seat", event.id().value()))));
  }

  @Bean
  Intake arrivals(
      IntakeBuilder.Factory intakes, Arrived arrived, AggregateStore<Seat, SeatEvent> echoes) {
    return intakes
        .intake("attendance")
        .on(
            Seat.TAKEN,
            TakenBody.class,
            (List<Event<TakenBody>> batch) -> {
              arrived.first.accept(batch);
              arrived.taken.addAll(batch);
              arrived.batchSizes.add(batch.size());
              echoes.changeAll(
                  batch.stream()
                      .map(
                          event ->
                              new Change<Seat, SeatEvent, Integer>(
                                  event.subject(),
                                  event.id(),
                                  before -> Seat.taken(before, event.subject())))
                      .toList());
            })
        .onTombstone("registration.contacts", arrived.erased::addAll)
        .build();
  }

  @Bean
  Tracer tracer() {
    Tracer tracer = mock(Tracer.class);
    Span span = mock(Span.class);
    TraceContext context = mock(TraceContext.class);
    when(tracer.currentSpan()).thenReturn(span);
    when(span.context()).thenReturn(context);
    when(context.traceId()).thenReturn(TRACE_ID);
    when(context.spanId()).thenReturn("b7ad6b7169203331");
    when(context.sampled()).thenReturn(true);
    return tracer;
  }
}
