package org.cocreation.testing.rules.planted.unmarked;

/** Planted: its package has no package-info. */
final class Unmarked {}
