package org.cocreation.testing.rules.planted.nameless.util;

/** Planted. */
final class Shelf {}
