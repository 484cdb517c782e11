package org.cocreation.notification.storage;

import org.cocreation.notification.WholeService;

@WholeService
class StoresTest extends StoresContract {}
