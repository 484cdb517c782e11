package org.cocreation.testing.rules.planted.chattyadapters.storage;

/** Planted. */
public final class Shelf {}
