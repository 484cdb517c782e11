package org.cocreation.testing.rules.planted.springydomain.domain;

import org.springframework.stereotype.Component;

/** Planted. */
@Component
final class Springy {}
