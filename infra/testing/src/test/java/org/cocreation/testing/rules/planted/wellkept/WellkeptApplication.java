package org.cocreation.testing.rules.planted.wellkept;

/** A service as it should be. */
public final class WellkeptApplication {}
