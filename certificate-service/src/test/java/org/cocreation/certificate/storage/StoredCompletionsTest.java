package org.cocreation.certificate.storage;

import org.cocreation.certificate.WholeService;

@WholeService
class StoredCompletionsTest extends StoredCompletionsContract {}
