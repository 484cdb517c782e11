package org.cocreation.submission.storage;

import java.util.List;
import java.util.Locale;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Decision;
import org.cocreation.submission.domain.Numbers;
import org.cocreation.submission.domain.ProgrammeId;
import org.springframework.stereotype.Component;

@Component
final class StoredNumbers implements Numbers {

  /** The last number that was given. */
  record Count(long last) {}

  private final AggregateStore<Count, Void> store;

  StoredNumbers(AggregateStores stores) {
    this.store = stores.of("numbers", Count.class, nothing -> List.of());
  }

  @Override
  public String next(ProgrammeId programme, Series series) {
    long number =
        store.<Long>change(
            programme.value() + "/" + series.name().toLowerCase(Locale.ROOT),
            found -> {
              long next = found.map(Count::last).orElse(0L) + 1;
              return Decision.of(new Count(next), List.of(), next);
            });
    return series.written(number);
  }
}
