package org.cocreation.testing.rules.planted.circle.domain.egg;

import org.cocreation.testing.rules.planted.circle.domain.hen.Hen;

/** Planted. */
public record Egg(Hen layer) {}
