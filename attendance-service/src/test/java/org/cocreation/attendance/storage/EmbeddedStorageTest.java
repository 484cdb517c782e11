package org.cocreation.attendance.storage;

import org.cocreation.attendance.WholeService;

@WholeService
class EmbeddedStorageTest extends StorageContract {}
