package dev.dryboot.compiler.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.simulator.scenario.Scenario scenario) {}

  record ReadsFilesOfTheLanguage(dev.dryboot.language.BootLanguage language) {}

  record UsesXtext(org.eclipse.emf.ecore.EObject tree) {}

  record UsesTheTree(dev.dryboot.language.dsl.boot.Host host) {}

  record UsesAntlr(org.antlr.v4.runtime.Token token) {}

  record UsesJackson(com.fasterxml.jackson.core.JsonParser parser) {}

  record UsesYaml(org.snakeyaml.engine.v2.nodes.Node node) {}

  record UsesPicocli(picocli.CommandLine line) {}

  record UsesGraphviz(guru.nidi.graphviz.engine.Graphviz graph) {}

  record OpensFiles(java.nio.file.Path path) {}

  record StartsThreads(Thread thread) {}

  record Prints() {
    void print() {
      System.out.println("here");
    }
  }

  record EndsTheProcess() {
    void end() {
      System.exit(1);
    }
  }

  record Reflects(java.lang.reflect.Method method) {}

  @SuppressWarnings("NonFinalStaticField")
  static final class HoldsState {
    static int count;

    private HoldsState() {}
  }

  static final class HoldsAMap {
    static final java.util.HashMap<String, String> SEEN = new java.util.HashMap<>();

    private HoldsAMap() {}
  }

  record PlanHelper(String text) {}

  private Breaches() {}
}
