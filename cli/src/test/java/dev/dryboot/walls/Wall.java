package dev.dryboot.walls;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule of the architecture.
 *
 * @param what the rule in a sentence
 * @param breaches classes of the tests that break it, by their names below {@code dev.dryboot}
 */
record Wall(String what, ArchRule rule, List<String> breaches) {
  /** All classes that users run, imported once: it takes seconds. */
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/breach/"))
          .importPackages("dev.dryboot");

  Wall {
    breaches = List.copyOf(breaches);
  }

  static Wall of(String what, ArchRule rule, String... breaches) {
    return new Wall(what, rule.as(what), List.of(breaches));
  }

  void holds() {
    rule.check(PRODUCT);
  }

  /** Which of the breaches the rule does not see. */
  List<String> unseen() {
    return breaches.stream()
        .filter(breach -> !rule.allowEmptyShould(true).evaluate(broken(breach)).hasViolation())
        .toList();
  }

  /** A breach and the classes of Dryboot that it uses. */
  private static JavaClasses broken(String breach) {
    var importer = new ClassFileImporter();
    Class<?> type = named("dev.dryboot." + breach);
    Set<Class<?>> all = new LinkedHashSet<>(Set.of(type));
    for (Dependency dependency : importer.importClass(type).getDirectDependenciesFromSelf()) {
      if (dependency.getTargetClass().getPackageName().startsWith("dev.dryboot.")) {
        all.add(named(dependency.getTargetClass().getName()));
      }
    }
    return importer.importClasses(all);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, Wall.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no breach " + name, e);
    }
  }
}
