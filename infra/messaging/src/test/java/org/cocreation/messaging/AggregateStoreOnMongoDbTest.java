package org.cocreation.messaging;

import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.junit.jupiter.api.Tag;

@Tag("containers")
class AggregateStoreOnMongoDbTest extends AggregateStoreContract {

  @Override
  StoreKind kind() {
    return StoreKind.MONGODB;
  }
}
