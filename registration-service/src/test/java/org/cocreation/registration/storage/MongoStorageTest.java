package org.cocreation.registration.storage;

import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.junit.jupiter.api.Tag;

@Tag("containers")
class MongoStorageTest extends StorageContract {
  MongoStorageTest() {
    super(StoreKind.MONGODB);
  }
}
