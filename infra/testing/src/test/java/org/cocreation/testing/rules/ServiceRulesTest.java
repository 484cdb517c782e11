package org.cocreation.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cocreation.testing.rules.planted.adapterindomain.storage.Shelf;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceRulesTest {

  private static final String PLANTED = "org.cocreation.testing.rules.planted.";

  static Stream<Arguments> plantedViolations() {
    return Stream.of(
        planted("strayroom", "has the four rooms and no other", "Stray"),
        planted("springydomain", "keeps the domain to the JDK", "Springy"),
        planted("adapterindomain", "keeps the domain to the JDK", "Knowing"),
        planted(
            "worldlydomain",
            "gives the domain its clock, ids and randomness",
            "Tick",
            "Coin",
            "Dice",
            "Sundial",
            "Glance"),
        planted("circle", "keeps the concepts of the domain free of cycles", "Egg", "Hen"),
        planted("chattyadapters", "keeps adapters apart", "Chatty"),
        planted("openadapter", "keeps adapters to their room", "OpenShelf"),
        planted("storeinweb", "keeps store and broker out of the web room", "Stored", "Sent"),
        planted("webinstorage", "keeps the web out of messaging and storage", "Status"),
        planted("unmarked", "marks every package as free of nulls", "Unmarked"),
        planted(
            "nameless",
            "names things for what they are",
            "ShelfImpl",
            "ShelfUtil",
            "ShelfUtils",
            "ShelfHelper",
            "ShelfManager",
            "BaseShelf",
            "ShelfBase",
            "CommonShelf",
            "util.Shelf"),
        planted("clockless", "reads time from a Clock", "Now", "Here", "OldNow"),
        planted("loud", "does not print", "Loud", "Traced"),
        planted("fieldinjected", "injects through constructors", "Injected"));
  }

  private static Arguments planted(String service, String rule, String... culprits) {
    return Arguments.of(service, rule, List.of(culprits));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plantedViolations")
  void catchesThePlantedViolation(String service, String rule, List<String> culprits) {
    String root = PLANTED + service;
    Map<String, ArchRule> rules = ServiceRules.forService(root);
    assertThat(rules).containsKey(rule);
    String report =
        Objects.requireNonNull(rules.get(rule))
            .evaluate(planted(root))
            .getFailureReport()
            .toString();
    assertThat(culprits)
        .allSatisfy(culprit -> assertThat(report).containsPattern("[.<]" + culprit + "\\b"));
  }

  @Test
  void everyRuleHasAPlantedViolationAndAReason() {
    Set<Object> provenRules =
        plantedViolations().map(arguments -> arguments.get()[1]).collect(Collectors.toSet());
    Map<String, ArchRule> rules = ServiceRules.forService("anything");
    assertThat(provenRules).isEqualTo(rules.keySet());
    assertThat(rules.values())
        .allSatisfy(rule -> assertThat(rule.getDescription()).contains(", because "));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingInAServiceThatKeepsTheRules() {
    String root = PLANTED + "wellkept";
    return ServiceRules.forService(root).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(planted(root))));
  }

  @Test
  void letsAnAdapterBePublicWithGoodReason() {
    String root = PLANTED + "adapterindomain";
    String rule = "keeps adapters to their room";
    ArchRule strict = Objects.requireNonNull(ServiceRules.forService(root).get(rule));
    ArchRule lenient = Objects.requireNonNull(ServiceRules.forService(root, Shelf.class).get(rule));
    assertThat(strict.evaluate(planted(root)).hasViolation()).isTrue();
    assertThat(lenient.evaluate(planted(root)).hasViolation()).isFalse();
  }

  @Test
  void refusesAPackageWithoutClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceRules.testsForService("org.cocreation.registrations"))
        .withMessageContaining("is the name right");
  }

  @TestFactory
  Stream<DynamicTest> keepsTheRulesItself() {
    return ServiceRules.testsForLibrary("org.cocreation.testing.rules");
  }

  private static JavaClasses planted(String root) {
    return new ClassFileImporter().importPackages(root);
  }
}
