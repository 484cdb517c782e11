package org.cocreation.testing.rules.planted.strayroom.adapters;

/** Planted. */
final class Stray {}
