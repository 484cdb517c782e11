package org.cocreation.testing.rules.planted.wellkept.storage;

/** Ends like "base" and is not named for nothing. */
record Database(String name) {}
