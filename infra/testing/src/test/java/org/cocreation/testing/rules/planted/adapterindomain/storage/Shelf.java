package org.cocreation.testing.rules.planted.adapterindomain.storage;

/** Planted. */
public final class Shelf {}
