package org.cocreation.messaging;

import java.util.stream.Stream;
import org.cocreation.testing.rules.ServiceRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheHabitsOfTheHouse() {
    return ServiceRules.testsForLibrary("org.cocreation.messaging");
  }
}
