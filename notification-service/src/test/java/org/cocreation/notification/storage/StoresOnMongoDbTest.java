package org.cocreation.notification.storage;

import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("containers")
@SpringBootTest(properties = "cocreation.link-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
@WithBackingServices(store = StoreKind.MONGODB)
@WithStaffTokens
class StoresOnMongoDbTest extends StoresContract {}
