package org.cocreation.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells trouble around a record, which passes, from trouble with the record, which stays. */
public final class Transience {

  /** Server codes for: unreachable, shutting down, stepping down, out of disk, over its limits. */
  private static final Set<Integer> PASSING_CODES =
      Set.of(
          6, 7, 50, 89, 91, 112, 133, 189, 202, 262, 290, 317, 358, 384, 9001, 10107, 11600, 11602,
          13435, 13436, 14031);

  private Transience() {}

  static boolean isTransient(Throwable failure) {
    return isBehind(failure, Transience::passes);
  }

  /**
   * Whether the store is behind it, and will do what it was asked for some time later: it is away,
   * hangs, is shutting down, or its disk is full.
   */
  public static boolean isOfTheStore(@Nullable Throwable failure) {
    return isBehind(failure, Transience::passesInTheStore);
  }

  private static boolean isBehind(@Nullable Throwable failure, Predicate<Throwable> kind) {
    Set<Throwable> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && visited.add(cause); cause = cause.getCause()) {
      if (kind.test(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passesInTheStore(Throwable cause) {
    return cause instanceof MongoException mongo
        ? passes(mongo)
        : cause instanceof TransientFailureException
            || cause instanceof TransientDataAccessException
            || cause instanceof DataAccessResourceFailureException;
  }

  private static boolean passes(Throwable cause) {
    return passesInTheStore(cause)
        || cause instanceof ConcurrentChangeException
        || cause instanceof RetriableException
        || cause instanceof InterruptException
        || cause instanceof InterruptedException
        || cause instanceof TimeoutException
        || cause instanceof IOException;
  }

  private static boolean passes(MongoException cause) {
    return cause instanceof MongoSocketException
        || cause instanceof MongoTimeoutException
        || cause instanceof MongoNotPrimaryException
        || cause instanceof MongoNodeIsRecoveringException
        || cause instanceof MongoServerUnavailableException
        || cause instanceof MongoInterruptedException
        || cause instanceof MongoWriteConcernException
        || cause instanceof MongoClientException
        || PASSING_CODES.contains(cause.getCode())
        || (cause instanceof MongoBulkWriteException bulk
            && bulk.getWriteErrors().stream()
                .anyMatch(error -> PASSING_CODES.contains(error.getCode())))
        || cause.hasErrorLabel("RetryableWriteError")
        || cause.hasErrorLabel("TransientTransactionError");
  }
}
