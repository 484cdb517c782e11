package org.cocreation.notification;

import java.util.stream.Stream;
import org.cocreation.testing.rules.ServiceRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRulesOfTheHouse() {
    return ServiceRules.testsForService("org.cocreation.notification");
  }
}
