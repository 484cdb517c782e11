package org.cocreation.testing.rules.planted.adapterindomain.domain;

import org.cocreation.testing.rules.planted.adapterindomain.storage.Shelf;

/** Planted. */
record Knowing(Shelf shelf) {}
