package org.cocreation.testing.rules.planted.circle.domain.hen;

import org.cocreation.testing.rules.planted.circle.domain.egg.Egg;

/** Planted. */
public record Hen(Egg hatchedFrom) {}
