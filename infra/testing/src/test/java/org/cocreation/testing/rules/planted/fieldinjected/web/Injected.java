package org.cocreation.testing.rules.planted.fieldinjected.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Planted. */
final class Injected {

  @Autowired @Nullable String shelf;
}
