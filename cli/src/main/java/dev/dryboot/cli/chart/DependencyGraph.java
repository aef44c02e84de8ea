package dev.dryboot.cli.chart;

import static guru.nidi.graphviz.model.Factory.mutGraph;
import static guru.nidi.graphviz.model.Factory.mutNode;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import guru.nidi.graphviz.attribute.Color;
import guru.nidi.graphviz.attribute.Font;
import guru.nidi.graphviz.attribute.Rank;
import guru.nidi.graphviz.attribute.Shape;
import guru.nidi.graphviz.attribute.Style;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.Graphviz;
import guru.nidi.graphviz.engine.GraphvizCmdLineEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dependencies around the user's units, drawn by Graphviz. The only class that knows of it; it
 * draws with the {@code dot} command alone.
 */
public final class DependencyGraph {
  private static final int MOST_EDGES = 600;
  private static final List<String> DRAWN =
      List.of("Requires", "BindsTo", "Requisite", "Wants", "After", "PartOf", "Conflicts");
  private static final List<String> LEFT_OUT =
      List.of(
          "shutdown.target",
          "umount.target",
          "system.slice",
          "sysinit.target",
          "basic.target",
          "-.mount",
          "-.slice");

  private final Map<String, MutableNode> nodes = new LinkedHashMap<>();
  private final Set<String> mine;
  private int edges;

  private DependencyGraph(Set<String> mine) {
    this.mine = mine;
  }

  /**
   * The picture, as SVG; empty where the {@code dot} command is not there or gives nothing.
   *
   * @param mine the units around which to draw
   */
  public static Optional<String> draw(String title, BootEvidence.Boot boot, Set<String> mine) {
    MutableGraph graph = new DependencyGraph(mine).graph(title, boot);
    try {
      Graphviz.useEngine(new GraphvizCmdLineEngine());
      String svg = Graphviz.fromGraph(graph).render(Format.SVG).toString();
      return svg.isBlank() ? Optional.empty() : Optional.of(svg);
    } catch (GraphvizException e) {
      return Optional.empty();
    }
  }

  private MutableGraph graph(String title, BootEvidence.Boot boot) {
    MutableGraph graph =
        mutGraph(title)
            .setDirected(true)
            .graphAttrs()
            .add(
                Rank.dir(Rank.RankDir.LEFT_TO_RIGHT),
                guru.nidi.graphviz.attribute.Label.of(title),
                Font.name("Helvetica"))
            .nodeAttrs()
            .add(Shape.BOX, Style.ROUNDED, Font.name("Helvetica"), Font.size(11))
            .linkAttrs()
            .add(Font.name("Helvetica"), Font.size(9));
    for (UnitRecord unit : boot.units()) {
      for (UnitRecord.Edge edge : unit.edges()) {
        boolean concerns = mine.contains(unit.name()) || mine.contains(edge.to());
        boolean worthwhile = !LEFT_OUT.contains(edge.to()) && !LEFT_OUT.contains(unit.name());
        if (concerns && worthwhile && DRAWN.contains(edge.kind()) && edges < MOST_EDGES) {
          link(boot, unit.name(), edge);
        }
      }
    }
    nodes.values().forEach(graph::add);
    return graph;
  }

  private void link(BootEvidence.Boot boot, String from, UnitRecord.Edge edge) {
    boolean order = edge.kind().equals("After") || edge.kind().equals("Before");
    boolean requirement = !order && !edge.kind().equals("Wants");
    MutableNode target = node(boot, edge.to());
    node(boot, from)
        .addLink(
            Factory.to(target)
                .with(
                    guru.nidi.graphviz.attribute.Label.of(edge.kind()),
                    order ? Style.DASHED : Style.SOLID,
                    edge.kind().equals("Conflicts")
                        ? Color.RED
                        : requirement ? Color.rgb("1d4ed8") : Color.rgb("6b7280")));
    edges++;
  }

  private MutableNode node(BootEvidence.Boot boot, String name) {
    return nodes.computeIfAbsent(
        name,
        n -> {
          boolean failed = boot.unit(n).map(u -> u.active().equals("failed")).orElse(false);
          MutableNode node = mutNode(n);
          return failed
              ? node.add(Color.rgb("b91c1c"))
              : mine.contains(n)
                  ? node.add(Color.rgb("1d4ed8"), Style.BOLD)
                  : node.add(Color.rgb("6b7280"));
        });
  }
}
