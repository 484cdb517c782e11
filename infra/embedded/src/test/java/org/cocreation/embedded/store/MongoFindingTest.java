package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("containers")
class MongoFindingTest extends FindingContract {

  @RegisterExtension static final RunningMongo MONGO = new RunningMongo();

  @Override
  MongoClient client() {
    return MONGO.client();
  }
}
