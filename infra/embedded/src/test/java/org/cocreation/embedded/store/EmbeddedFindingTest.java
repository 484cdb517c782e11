package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedFindingTest extends FindingContract {

  @RegisterExtension static final RunningStore STORE = RunningStore.onFiles();

  @Override
  MongoClient client() {
    return STORE.client();
  }
}
