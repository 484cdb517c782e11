package org.cocreation.peers.work;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

/** The indexes that the services keep on the same documents. */
public final class Indexes {

  private Indexes() {}

  /**
   * Creates them.
   *
   * @param prefix where the fields are: {@code ""} or {@code "state."}
   */
  public static void create(MongoDatabase database, String prefix) {
    IndexOptions sparse = new IndexOptions().sparse(true);
    database.getCollection("people").createIndex(ascending(prefix + "place"));
    database.getCollection("attendance").createIndex(ascending(prefix + "sessionKey"));
    String programme = prefix + "programmeId";
    var completions = database.getCollection("completions");
    completions.createIndex(ascending(programme));
    completions.createIndex(ascending(programme, prefix + "judgedRevision"));
    completions.createIndex(
        ascending(prefix + "certificate.serial"), new IndexOptions().sparse(true).unique(true));
    completions.createIndex(ascending(prefix + "linkHash"), sparse);
    var deliveries = database.getCollection("deliveries");
    deliveries.createIndex(ascending(prefix + "dueAt"), sparse);
    deliveries.createIndex(ascending(prefix + "registrationId"));
    deliveries.createIndex(ascending(prefix + "state", prefix + "createdAt"));
    deliveries.createIndex(compoundIndex(ascending(programme), descending(prefix + "createdAt")));
  }
}
