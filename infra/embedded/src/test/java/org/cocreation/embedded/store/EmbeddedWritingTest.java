package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedWritingTest extends WritingContract {

  @RegisterExtension static final RunningStore STORE = RunningStore.onFiles();

  @Override
  MongoClient client() {
    return STORE.client();
  }
}
