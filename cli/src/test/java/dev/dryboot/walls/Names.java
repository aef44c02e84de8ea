package dev.dryboot.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;

/** Names that say nothing of what a thing is. */
final class Names {
  /**
   * Real things that are called so: systemd is a system and service manager, and what stands for it
   * on a machine without systemd.
   */
  private static final Set<String> REAL =
      Set.of("SystemdManager", "ServiceManager", "RancherManager");

  private static final Set<String> SAY_NOTHING =
      Set.of("util", "utils", "helper", "helpers", "common", "impl", "internal", "misc");

  static final List<Wall> WALLS =
      List.of(
          Wall.of(
              "a type's name says what it is",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("dev.dryboot.language.dsl..")
                  .should(ArchCondition.from(saysNothing())),
              "compiler.breach.Breaches$PlanHelper"),
          Wall.of(
              "a package's name says what is in it",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("dev.dryboot.language.dsl..")
                  .should(ArchCondition.from(isInPackageThatSaysNothing())),
              "compiler.breach.util.Breaches$Something"),
          Wall.of(
              "every package says what it is, and that nothing in it is null unawares",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("dev.dryboot.language.dsl..")
                  .and()
                  .resideInAPackage("dev.dryboot..")
                  .should(ArchCondition.from(isInUnmarkedPackage())),
              "compiler.breach.util.Breaches$Something"));

  private Names() {}

  private static DescribedPredicate<JavaClass> saysNothing() {
    return DescribedPredicate.describe(
        "is called Util, Helper, Manager, Common, Impl or Abstract",
        type ->
            !REAL.contains(type.getSimpleName())
                && type.getSimpleName()
                    .matches("Abstract[A-Z].*|.*(Utils?|Helpers?|Managers?|Common|Impl)"));
  }

  private static DescribedPredicate<JavaClass> isInPackageThatSaysNothing() {
    return DescribedPredicate.describe(
        "is in a package called " + SAY_NOTHING,
        type ->
            List.of(type.getPackageName().split("\\.")).stream().anyMatch(SAY_NOTHING::contains));
  }

  private static DescribedPredicate<JavaClass> isInUnmarkedPackage() {
    return DescribedPredicate.describe(
        "is in a package without a package-info that is @NullMarked",
        type ->
            type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .isEmpty());
  }
}
