package org.cocreation.registration.storage;

import org.cocreation.testing.backing.WithBackingServices.StoreKind;

class EmbeddedStorageTest extends StorageContract {
  EmbeddedStorageTest() {
    super(StoreKind.EMBEDDED);
  }
}
