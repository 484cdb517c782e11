package org.cocreation.submission.storage;

import org.cocreation.submission.WholeService;

@WholeService
class EmbeddedStorageTest extends StorageContract {}
