package org.cocreation.messaging;

import org.cocreation.testing.backing.WithBackingServices.StoreKind;

class AggregateStoreOnTheEmbeddedStoreTest extends AggregateStoreContract {

  @Override
  StoreKind kind() {
    return StoreKind.EMBEDDED;
  }
}
