package org.cocreation.portal;

import java.util.stream.Stream;
import org.cocreation.testing.rules.ServiceRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The portal owns no facts and so has no four rooms; the habits of the house it keeps. */
class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheHabitsOfTheHouse() {
    return ServiceRules.testsForLibrary("org.cocreation.portal");
  }
}
