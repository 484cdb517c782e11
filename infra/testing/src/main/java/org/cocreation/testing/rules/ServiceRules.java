package org.cocreation.testing.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house, one test each. A service has all of them; a library those that hold
 * everywhere. Classes of tests are not looked at.
 */
public final class ServiceRules {

  private ServiceRules() {}

  /**
   * The tests of a service.
   *
   * @param root the service's package, for instance {@code org.cocreation.registration}
   * @param seenByOtherRooms adapter types that are public with good reason
   */
  public static Stream<DynamicTest> testsForService(String root, Class<?>... seenByOtherRooms) {
    return tests(forService(root, seenByOtherRooms), classesOf(root));
  }

  /** The tests of a library, the portal or the launcher: what holds everywhere. */
  public static Stream<DynamicTest> testsForLibrary(String root) {
    return tests(forLibrary(root), classesOf(root));
  }

  static Map<String, ArchRule> forService(String root, Class<?>... seenByOtherRooms) {
    Set<String> seen =
        Stream.of(seenByOtherRooms).map(Class::getName).collect(Collectors.toUnmodifiableSet());
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("has the four rooms and no other", RoomRules.fourRooms(root));
    rules.put("keeps the domain to the JDK", RoomRules.domainIsJdkOnly(root));
    rules.put(
        "gives the domain its clock, ids and randomness", HabitRules.domainIsGivenTheWorld(root));
    rules.put(
        "keeps the concepts of the domain free of cycles", RoomRules.noCyclesInTheDomain(root));
    rules.put("keeps adapters apart", RoomRules.adaptersApart(root));
    rules.put("keeps adapters to their room", RoomRules.adaptersPackagePrivate(root, seen));
    rules.put(
        "keeps store and broker out of the web room", RoomRules.noStoreOrBrokerInTheWeb(root));
    rules.put(
        "keeps the web out of messaging and storage", RoomRules.noWebInMessagingAndStorage(root));
    rules.putAll(forLibrary(root));
    return rules;
  }

  static Map<String, ArchRule> forLibrary(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("marks every package as free of nulls", HabitRules.everyPackageNullMarked(root));
    rules.put("names things for what they are", HabitRules.names(root));
    rules.put("reads time from a Clock", HabitRules.timeFromAClock(root));
    rules.put("does not print", HabitRules.noPrinting(root));
    rules.put("injects through constructors", HabitRules.constructorsOnly(root));
    return rules;
  }

  static JavaClasses classesOf(String root) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException(
          "There are no classes in " + root + "; is the name right?");
    }
    return classes;
  }

  private static Stream<DynamicTest> tests(Map<String, ArchRule> rules, JavaClasses classes) {
    return rules.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }
}
