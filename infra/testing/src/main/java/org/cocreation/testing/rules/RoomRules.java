package org.cocreation.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;

/** Which room may know which (DESIGN.md §2). */
final class RoomRules {

  private static final List<String> ADAPTERS = List.of("messaging", "storage", "web");

  private RoomRules() {}

  static ArchRule fourRooms(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(
            root, root + ".domain..", root + ".messaging..", root + ".storage..", root + ".web..")
        .because("whoever knows one service then finds the way in every other");
  }

  static ArchRule domainIsJdkOnly(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify.annotations..", root + ".domain.."))
        .because("the rules of the domain outlive every framework and are tested in milliseconds")
        .allowEmptyShould(true);
  }

  static ArchRule noCyclesInTheDomain(String root) {
    return SlicesRuleDefinition.slices()
        .matching(root + ".domain.(*)..")
        .should()
        .beFreeOfCycles()
        .because("concepts that need each other both ways are one concept")
        .allowEmptyShould(true);
  }

  static ArchRule adaptersApart(String root) {
    CompositeArchRule rule = null;
    for (String room : ADAPTERS) {
      String[] others =
          ADAPTERS.stream()
              .filter(other -> !other.equals(room))
              .map(other -> root + "." + other + "..")
              .toArray(String[]::new);
      ArchRule one =
          noClasses()
              .that()
              .resideInAPackage(root + "." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .allowEmptyShould(true);
      rule = rule == null ? CompositeArchRule.of(one) : rule.and(one);
    }
    if (rule == null) {
      throw new IllegalStateException("There are no adapters.");
    }
    return rule.because(
        "adapters meet in the domain only; one can then be replaced without the others");
  }

  static ArchRule adaptersPackagePrivate(String root, Set<String> seen) {
    return classes()
        .that()
        .resideInAnyPackage(
            ADAPTERS.stream().map(room -> root + "." + room + "..").toArray(String[]::new))
        .and()
        .areTopLevelClasses()
        .and(describe("are not seen by other rooms with good reason", type -> !isSeen(type, seen)))
        .should()
        .notBePublic()
        .because("what nobody outside a room can name, nobody outside it depends on")
        .allowEmptyShould(true);
  }

  static ArchRule noStoreOrBrokerInTheWeb(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.mongodb..",
            "org.bson..",
            "org.springframework.data..",
            "org.apache.kafka..",
            "org.springframework.kafka..",
            "org.springframework.messaging..",
            "org.springframework.cloud.stream..")
        .because("a controller speaks to use cases; how facts are kept and sent is for other rooms")
        .allowEmptyShould(true);
  }

  static ArchRule noWebInMessagingAndStorage(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".messaging..", root + ".storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..",
            "org.springframework.web..",
            "org.springframework.http..",
            "org.springframework.security..")
        .because("what arrives by events or is stored has no request around it")
        .allowEmptyShould(true);
  }

  private static boolean isSeen(JavaClass type, Set<String> seen) {
    return seen.contains(type.getName()) || type.getSimpleName().equals("package-info");
  }
}
