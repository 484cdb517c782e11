package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.extension.RegisterExtension;

class InMemoryWritingTest extends WritingContract {

  @RegisterExtension static final RunningStore STORE = RunningStore.inMemory();

  @Override
  MongoClient client() {
    return STORE.client();
  }
}
