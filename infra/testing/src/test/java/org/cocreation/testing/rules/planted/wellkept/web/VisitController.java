package org.cocreation.testing.rules.planted.wellkept.web;

import org.cocreation.testing.rules.planted.wellkept.domain.Visits;

/** Knows the domain only. */
record VisitController(Visits visits) {}
