package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class TransienceTest {

  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int DUPLICATE_KEY = 11000;

  @Test
  void aFullDiskPassesHoweverTheStoreTellsIt() {
    for (MongoException full : refusals(OUT_OF_DISK_SPACE)) {
      assertThat(Transience.isTransient(full)).as(full.toString()).isTrue();
      assertThat(Transience.isTransient(new UncategorizedMongoDbException("full", full))).isTrue();
    }
  }

  @Test
  void whatIsWrongWithADocumentStays() {
    for (MongoException refused : refusals(DUPLICATE_KEY)) {
      assertThat(Transience.isTransient(refused)).as(refused.toString()).isFalse();
    }
    assertThat(Transience.isTransient(new IllegalArgumentException("no"))).isFalse();
  }

  @Test
  void aStoreThatDoesNotAnswerPasses() {
    assertThat(Transience.isTransient(new RuntimeException(new MongoTimeoutException("away"))))
        .isTrue();
  }

  private static List<MongoException> refusals(int code) {
    ServerAddress store = new ServerAddress();
    return List.of(
        new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), store),
        new MongoWriteException(
            new WriteError(code, "refused", new BsonDocument()), store, Set.of()),
        new MongoBulkWriteException(
            BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
            List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
            null,
            store,
            Set.of()));
  }
}
