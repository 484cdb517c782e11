package org.cocreation.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** How we write, wherever we write (DESIGN.md §2 and §6). */
final class HabitRules {

  private static final Pattern NAMELESS =
      Pattern.compile(
          "^(Base|Common)(?=[A-Z]|$).*|.*(Impl|Utils?|Helpers?|Managers?|Commons?|Base)$");
  private static final Pattern NAMELESS_PACKAGE =
      Pattern.compile(
          ".*\\.(common|commons|util|utils|core|impl|helper|helpers|manager|base)(\\..*)?$");
  private static final Set<String> RANDOM =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom",
          "java.util.random.RandomGenerator");
  private static final Set<String> INJECTION =
      Set.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource");

  private HabitRules() {}

  static ArchRule domainIsGivenTheWorld(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".domain..")
        .should()
        .accessTargetWhere(describe("read the clock or draw at random", HabitRules::readsTheWorld))
        .because(
            "a rule that is given the time, the ids and the dice can be tested for every moment")
        .allowEmptyShould(true);
  }

  static ArchRule timeFromAClock(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(
            describe("read the time without a Clock", HabitRules::readsTimeWithoutAClock))
        .because("the machine's clock and zone are nobody's business but the Clock bean's")
        .allowEmptyShould(true);
  }

  static ArchRule everyPackageNullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("be in a package whose package-info is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!nullMarked(type.getPackage())) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " is in a package that is not @NullMarked"));
                }
              }
            })
        .because("NullAway looks at marked code only, and a package says whose room it is");
  }

  static ArchRule names(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(ArchCondition.from(describe("be named for nothing", HabitRules::nameless)))
        .because("a name says what a thing is in the domain's words, not that it exists");
  }

  static ArchRule noPrinting(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(describe("print", HabitRules::prints))
        .because("what a service has to say goes to its log, where it is structured and masked");
  }

  static ArchRule constructorsOnly(String root) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .should()
        .beAnnotatedWith(annotationOf(INJECTION))
        .because("a constructor shows what a thing needs and makes it whole at once")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaAnnotation<?>> annotationOf(Set<String> names) {
    return describe(
        "an annotation that injects",
        annotation -> names.contains(annotation.getRawType().getName()));
  }

  private static boolean nameless(JavaClass type) {
    return NAMELESS.matcher(type.getSimpleName()).matches()
        || NAMELESS_PACKAGE.matcher(type.getPackageName()).matches();
  }

  private static boolean readsTheWorld(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return readsTimeWithoutAClock(access)
        || (owner.equals("java.lang.System")
            && (name.equals("nanoTime") || name.equals("currentTimeMillis")))
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (RANDOM.contains(owner)
            && (name.equals("<init>") || name.equals("current") || name.startsWith("get")));
  }

  private static boolean readsTimeWithoutAClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    if (owner.startsWith("java.time.") && name.equals("now")) {
      return !access.getDescription().contains("now(java.time.Clock)");
    }
    return (owner.equals("java.time.ZoneId") && name.equals("systemDefault"))
        || (owner.equals("java.util.Date") && access.getDescription().contains("Date.<init>()"))
        || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
  }

  private static boolean prints(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return (owner.equals("java.lang.System") && (name.equals("out") || name.equals("err")))
        || name.equals("printStackTrace");
  }

  private static boolean nullMarked(JavaPackage where) {
    return where
        .tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }
}
