package org.cocreation.testing.rules.planted.storeinweb.web;

import org.bson.Document;

/** Planted. */
record Stored(Document document) {}
