package dev.dryboot.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What would make two runs differ, or the parts hard to follow: not inside, only at the edge. */
final class Purity {
  private static final Set<String> READS_THE_MACHINE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.System.lineSeparator",
          "java.lang.System.identityHashCode",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Boolean.getBoolean",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.util.Collections.shuffle(java.util.List)",
          "java.util.Random.<init>()",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)");

  static final List<Wall> WALLS =
      List.of(
          Wall.of(
              "nothing inside reads clock, locale, environment, chance or the process's encoding",
              inside().should().accessTargetWhere(new Reads()),
              "simulator.breach.Breaches$ReadsTheClock",
              "simulator.breach.Breaches$ReadsTheLocale",
              "simulator.breach.Breaches$ReadsTheEnvironment",
              "simulator.breach.Breaches$ReadsChance"),
          Wall.of(
              "nothing inside opens files or connections, starts threads or processes",
              inside()
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("java.nio.file..", "java.net.http..")
                          .or(type(java.io.File.class))
                          .or(assignableTo(java.io.FileInputStream.class))
                          .or(assignableTo(java.io.FileOutputStream.class))
                          .or(assignableTo(java.io.RandomAccessFile.class))
                          .or(assignableTo(java.net.Socket.class))
                          .or(assignableTo(java.net.URLConnection.class))
                          .or(assignableTo(Thread.class))
                          .or(assignableTo(java.util.concurrent.Executor.class))
                          .or(type(ProcessBuilder.class))),
              "compiler.breach.Breaches$OpensFiles",
              "compiler.breach.Breaches$StartsThreads"),
          Wall.of(
              "nothing inside prints or ends the process",
              inside()
                  .should()
                  .accessField(System.class, "out")
                  .orShould()
                  .accessField(System.class, "err")
                  .orShould()
                  .callMethod(System.class, "exit", int.class),
              "compiler.breach.Breaches$Prints",
              "compiler.breach.Breaches$EndsTheProcess"),
          Wall.of(
              "no class looks into another by reflection",
              written()
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage("java.lang.reflect..")
                          .and(DescribedPredicate.not(isArray())))
                  .orShould()
                  .callMethod(Class.class, "forName", String.class),
              "compiler.breach.Breaches$Reflects"),
          Wall.of(
              "static fields are final",
              fields().that(areWritten()).and().areStatic().should().beFinal(),
              "compiler.breach.Breaches$HoldsState"),
          Wall.of(
              "static fields hold nothing that is made to be changed",
              noFields()
                  .that(areWritten())
                  .and()
                  .areStatic()
                  .should()
                  .haveRawType(
                      assignableTo(java.util.ArrayList.class)
                          .or(assignableTo(java.util.AbstractMap.class))
                          .or(assignableTo(java.util.AbstractCollection.class))
                          .or(assignableTo(java.util.concurrent.ConcurrentMap.class))
                          .or(resideInAnyPackage("java.util.concurrent.atomic"))),
              "compiler.breach.Breaches$HoldsAMap"));

  private Purity() {}

  /** All but the command line, which is the edge. The generated tree follows EMF's habits. */
  private static GivenClassesConjunction inside() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "dev.dryboot.source..",
            "dev.dryboot.language..",
            "dev.dryboot.foreign..",
            "dev.dryboot.compiler..",
            "dev.dryboot.simulator..",
            "dev.dryboot.targets..")
        .and()
        .resideOutsideOfPackage("dev.dryboot.language.dsl..");
  }

  private static GivenClassesConjunction written() {
    return noClasses().that().resideOutsideOfPackage("dev.dryboot.language.dsl..");
  }

  /** Fields that somebody wrote: neither of generated classes nor made by the compiler. */
  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaField> areWritten() {
    return DescribedPredicate.describe(
        "that somebody wrote",
        field ->
            !field.getName().contains("$")
                && !field.getOwner().getPackageName().startsWith("dev.dryboot.language.dsl")
                && !isGeneratedParser(field.getOwner()));
  }

  /** ANTLR 4 makes its own classes with static caches. */
  private static boolean isGeneratedParser(JavaClass owner) {
    return owner.isAssignableTo("org.antlr.v4.runtime.Recognizer");
  }

  private static DescribedPredicate<JavaClass> isArray() {
    return DescribedPredicate.describe(
        "an array's creation", c -> c.isEquivalentTo(java.lang.reflect.Array.class));
  }

  /** An access to something that differs between machines or moments. */
  private static final class Reads extends DescribedPredicate<JavaAccess<?>> {
    Reads() {
      super("it differs between machines or moments");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
      AccessTarget target = access.getTarget();
      String name = target.getOwner().getName() + "." + target.getName();
      String full =
          target instanceof AccessTarget.CodeUnitAccessTarget unit
              ? name + parameters(unit.getRawParameterTypes())
              : name;
      boolean now =
          target.getName().equals("now") && target.getOwner().getPackageName().equals("java.time");
      boolean random =
          target.getOwner().isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
              || target.getOwner().isEquivalentTo(java.security.SecureRandom.class);
      return now || random || READS_THE_MACHINE.contains(name) || READS_THE_MACHINE.contains(full);
    }

    private static String parameters(Collection<JavaClass> types) {
      return types.stream()
          .map(JavaClass::getName)
          .collect(java.util.stream.Collectors.joining(",", "(", ")"));
    }
  }
}
