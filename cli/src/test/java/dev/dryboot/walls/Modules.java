package dev.dryboot.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/** Which part of Dryboot may know which other part. */
final class Modules {
  private static final String[] SIMULATED_PROGRAMS = {
    "dev.dryboot.simulator.systemd..",
    "dev.dryboot.simulator.docker..",
    "dev.dryboot.simulator.podman..",
    "dev.dryboot.simulator.ignition..",
    "dev.dryboot.simulator.cloudinit..",
    "dev.dryboot.simulator.rancher..",
    "dev.dryboot.simulator.network.."
  };

  static final List<Wall> WALLS =
      List.of(
          knowsOnly("source", "the report and its texts know nothing of Dryboot"),
          knowsOnly("language", "the language knows the report alone", "source"),
          knowsOnly("foreign", "readers of foreign text know the report alone", "source"),
          knowsOnly(
              "compiler",
              "the compiler knows the language, foreign text and no simulator",
              "source",
              "language",
              "foreign"),
          knowsOnly(
              "simulator",
              "the simulator knows foreign text, and neither language nor compiler",
              "source",
              "foreign"),
          knowsOnly(
              "targets",
              "targets bring compiler and simulator together, and know no command line",
              "source",
              "foreign",
              "compiler",
              "simulator"),
          Wall.of(
              "the compiler knows of the language its syntax and its settings",
              noClasses()
                  .that()
                  .resideInAPackage("dev.dryboot.compiler..")
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("dev.dryboot.language..")
                          .and(
                              not(
                                  resideInAnyPackage(
                                      "dev.dryboot.language.syntax",
                                      "dev.dryboot.language.settings",
                                      "dev.dryboot.language.literal")))),
              "compiler.breach.Breaches$ReadsFilesOfTheLanguage"),
          Wall.of(
              "the simulator's kernel knows nothing but the JDK",
              classes()
                  .that()
                  .resideInAPackage("dev.dryboot.simulator.kernel..")
                  .should()
                  .onlyDependOnClassesThat(
                      resideInAnyPackage(
                          "dev.dryboot.simulator.kernel..", "java..", "org.jspecify..")),
              "simulator.kernel.breach.Breaches$KnowsTheMachine"),
          Wall.of(
              "no simulated program knows another; they meet at the machine's ports and facts",
              slices()
                  .assignedFrom(new Programs())
                  .should()
                  .notDependOnEachOther()
                  .allowEmptyShould(true),
              "simulator.docker.breach.Breaches$KnowsAnother"),
          Wall.of(
              "the machine knows no program",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "dev.dryboot.simulator.machine..", "dev.dryboot.simulator.process..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(SIMULATED_PROGRAMS),
              "simulator.machine.breach.Breaches$KnowsAProgram"),
          Wall.of(
              "the rules of conflicts read what every program leaves behind, and no program",
              noClasses()
                  .that()
                  .resideInAPackage("dev.dryboot.simulator.conflict..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(SIMULATED_PROGRAMS),
              "simulator.conflict.breach.Breaches$KnowsAProgram"),
          Wall.of(
              "no operating system knows another",
              slices().matching("dev.dryboot.targets.os.(*)..").should().notDependOnEachOther(),
              "targets.os.ubuntu.breach.Breaches$KnowsAnother"),
          Wall.of(
              "formats know no operating system",
              noClasses()
                  .that()
                  .resideInAPackage("dev.dryboot.targets.format..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("dev.dryboot.targets.os.."),
              "targets.format.breach.Breaches$KnowsAnOs"));

  private Modules() {}

  /** The module's classes use those of {@code others} and their own, of all in Dryboot. */
  private static Wall knowsOnly(String module, String what, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(module), Stream.of(others))
            .map(name -> "dev.dryboot." + name + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> elsewhere =
        resideInAnyPackage("dev.dryboot..").and(not(resideInAnyPackage(allowed)));
    return Wall.of(
        what,
        noClasses()
            .that()
            .resideInAPackage("dev.dryboot." + module + "..")
            .should()
            .dependOnClassesThat(elsewhere),
        module + ".breach.Breaches$KnowsTooMuch");
  }
}
