package org.cocreation.testing.rules.planted.openadapter.storage;

/** Planted. */
public final class OpenShelf {}
