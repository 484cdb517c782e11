package org.cocreation.testing.rules.planted.nameless;

/** Planted. */
final class BaseShelf {}
