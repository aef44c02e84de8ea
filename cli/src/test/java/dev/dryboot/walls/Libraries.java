package dev.dryboot.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

/** Which part may use which library. */
final class Libraries {
  static final List<Wall> WALLS =
      List.of(
          only(
              "EMF, Guice and Xtext stop in the language's reading",
              List.of("dev.dryboot.language.reading..", "dev.dryboot.language.dsl.."),
              List.of("org.eclipse..", "com.google..", "org.antlr.runtime.."),
              "compiler.breach.Breaches$UsesXtext"),
          only(
              "the tree that the grammar makes stops in the language's reading",
              List.of("dev.dryboot.language.reading..", "dev.dryboot.language.dsl.."),
              List.of("dev.dryboot.language.dsl.."),
              "compiler.breach.Breaches$UsesTheTree"),
          only(
              "ANTLR 4 stops where foreign text is read",
              List.of("dev.dryboot.foreign.."),
              List.of("org.antlr.v4.."),
              "compiler.breach.Breaches$UsesAntlr"),
          only(
              "Jackson reads JSON in the targets' formats, and writes the command line's",
              List.of("dev.dryboot.targets.format..", "dev.dryboot.cli"),
              List.of("com.fasterxml.."),
              "compiler.breach.Breaches$UsesJackson"),
          only(
              "YAML is read in one place",
              List.of("dev.dryboot.targets.format.yaml"),
              List.of("org.snakeyaml.."),
              "compiler.breach.Breaches$UsesYaml"),
          only(
              "picocli and the progress bar are the command line's",
              List.of("dev.dryboot.cli"),
              List.of("picocli..", "me.tongfei.."),
              "compiler.breach.Breaches$UsesPicocli"),
          Wall.of(
              "Graphviz is behind one class",
              noClasses()
                  .that()
                  .doNotHaveFullyQualifiedName("dev.dryboot.cli.chart.DependencyGraph")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("guru.nidi.."),
              "compiler.breach.Breaches$UsesGraphviz"));

  private Libraries() {}

  private static Wall only(
      String what, List<String> places, List<String> libraries, String breach) {
    return Wall.of(
        what,
        noClasses()
            .that()
            .resideOutsideOfPackages(places.toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries.toArray(String[]::new)),
        breach);
  }
}
