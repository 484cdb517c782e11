package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.extension.RegisterExtension;

class InMemoryFindingTest extends FindingContract {

  @RegisterExtension static final RunningStore STORE = RunningStore.inMemory();

  @Override
  MongoClient client() {
    return STORE.client();
  }
}
