package org.cocreation.testing.rules.planted.chattyadapters.web;

import org.cocreation.testing.rules.planted.chattyadapters.storage.Shelf;

/** Planted. */
record Chatty(Shelf shelf) {}
