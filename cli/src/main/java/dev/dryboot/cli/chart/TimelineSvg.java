package dev.dryboot.cli.chart;

import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.simulator.timeline.Lane;
import dev.dryboot.source.render.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The timeline as a picture, in the manner of {@code systemd-analyze plot}: what came up when, what
 * failed, and which units the goal waited for.
 */
public final class TimelineSvg {
  private static final int LEFT = 300;
  private static final int PLOT = 860;
  private static final int RIGHT = 40;
  private static final int TOP = 96;
  private static final int ROW = 20;
  private static final int BAR = 12;
  private static final int SECTION = 30;
  private static final int FOOT = 70;
  private static final int LONGEST_NAME = 42;

  private final Chart chart;
  private final Svg svg = new Svg();
  private final Map<String, Integer> rows = new LinkedHashMap<>();

  private TimelineSvg(Chart chart) {
    this.chart = chart;
  }

  /** The picture of {@code chart}, a complete SVG document. */
  public static String draw(Chart chart) {
    return new TimelineSvg(chart).draw();
  }

  /** A heading and the lanes below it. */
  private record Section(String title, List<Lane> lanes) {}

  private String draw() {
    List<Section> sections = sections();
    int height = TOP + FOOT;
    for (Section section : sections) {
      height += SECTION + section.lanes().size() * ROW;
    }
    int bottom = height - FOOT;
    heading();
    grid(bottom);
    int y = TOP;
    for (Section section : sections) {
      y = section(section, y);
    }
    chain();
    moments(bottom);
    legend(height - 26);
    return svg.document(LEFT + PLOT + RIGHT, height, chart.title());
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, "Provisioning", List.of(Lane.Kind.STAGE));
    add(sections, "Containers and images", List.of(Lane.Kind.PULL, Lane.Kind.CONTAINER));
    add(sections, "Units", List.of(Lane.Kind.UNIT));
    return sections;
  }

  private void add(List<Section> sections, String title, List<Lane.Kind> kinds) {
    List<Lane> lanes = chart.lanes().stream().filter(l -> kinds.contains(l.kind())).toList();
    if (!lanes.isEmpty()) {
      sections.add(new Section(title, lanes));
    }
  }

  private void heading() {
    svg.text(24, 36, "title", chart.title());
    svg.text(24, 58, "subtitle", subtitle());
  }

  private String subtitle() {
    long failed = chart.timeline().lanes().stream().filter(Lane::failed).count();
    String goal =
        chart
            .timeline()
            .goal()
            .map(g -> chart.goal() + " after " + Moments.of(g))
            .orElse("the goal was not reached");
    String end = chart.timeline().end().isEmpty() ? "" : " · ended: " + chart.timeline().end();
    long units = chart.timeline().lanes().stream().filter(l -> l.kind() == Lane.Kind.UNIT).count();
    return goal
        + end
        + " · "
        + Count.of(units, "unit")
        + (failed == 0 ? "" : " · " + failed + " failed")
        + (chart.hidden() == 0 ? "" : " · " + chart.hidden() + " quick ones not drawn");
  }

  private void grid(int bottom) {
    long tick = Moments.tick(chart.timeline().length(), 14);
    for (long at = 0; at <= chart.timeline().length(); at += tick) {
      double x = x(at);
      svg.line(x, TOP - 8, x, bottom, "grid");
      svg.textMiddle(x, TOP - 14, "axis", Moments.axis(at, tick));
    }
  }

  private int section(Section section, int top) {
    svg.text(24, top + 20, "section", section.title());
    svg.line(24, top + SECTION - 3, LEFT + PLOT, top + SECTION - 3, "rule");
    int y = top + SECTION;
    for (Lane lane : section.lanes()) {
      lane(lane, y);
      y += ROW;
    }
    return y;
  }

  private void lane(Lane lane, int y) {
    String style =
        lane.failed()
            ? "name bad"
            : chart.isCritical(lane) ? "name critical" : chart.isMine(lane) ? "name mine" : "name";
    String name = lane.name();
    String shown =
        name.length() <= LONGEST_NAME
            ? name
            : "…" + name.substring(name.length() - LONGEST_NAME + 1);
    svg.textEnd(LEFT - 12, y + 14, style, shown, name);
    for (Lane.Bar bar : lane.bars()) {
      double width = Math.max(1.5, x(bar.to()) - x(bar.from()));
      svg.rect(x(bar.from()), y + 4, width, BAR, style(lane, bar), tip(lane, bar));
    }
    if (lane.kind() == Lane.Kind.UNIT) {
      rows.put(name, y);
    }
    remark(lane, y);
  }

  private void remark(Lane lane, int y) {
    String words =
        lane.failed() ? "✗ " + lane.remark() : lane.took() > 0 ? Moments.of(lane.took()) : "";
    if (words.isEmpty()) {
      return;
    }
    Lane.Bar first =
        lane.bars().stream()
            .filter(b -> b.state() == (lane.failed() ? Lane.State.FAILED : Lane.State.ACTIVATING))
            .findFirst()
            .orElse(lane.bars().getFirst());
    double after = (lane.failed() ? x(first.from()) : x(first.to())) + 6;
    String style = lane.failed() ? "remark bad" : "remark";
    if (after + words.length() * 6.2 < LEFT + PLOT) {
      svg.text(after, y + 14, style, words);
    } else {
      svg.textEnd(x(lane.begins()) - 6, y + 14, style, words, words);
    }
  }

  private static String style(Lane lane, Lane.Bar bar) {
    return switch (bar.state()) {
      case FAILED -> "failed";
      case DEACTIVATING -> "stopping";
      case ACTIVE -> lane.kind() == Lane.Kind.CONTAINER ? "running" : "active";
      case ACTIVATING ->
          switch (lane.kind()) {
            case STAGE -> lane.failed() ? "failed" : "stage";
            case PULL -> lane.failed() ? "failed" : "pull";
            case UNIT, CONTAINER -> "activating";
          };
    };
  }

  private static String tip(Lane lane, Lane.Bar bar) {
    String state =
        switch (bar.state()) {
          case ACTIVATING -> lane.kind() == Lane.Kind.PULL ? "being pulled" : "coming up";
          case ACTIVE -> "up";
          case DEACTIVATING -> "going down";
          case FAILED -> "failed: " + lane.remark();
        };
    return "%s: %s, %s to %s"
        .formatted(lane.name(), state, Moments.of(bar.from()), Moments.of(bar.to()));
  }

  /** A line through the bars of the chain's units, each from where it was up to the next. */
  private void chain() {
    List<CriticalChain.Step> drawn =
        chart.chain().steps().stream().filter(s -> rows.containsKey(s.unit())).toList();
    for (int i = 0; i < drawn.size(); i++) {
      CriticalChain.Step later = drawn.get(i);
      int y = rows.getOrDefault(later.unit(), 0) + 4;
      double from = x(later.at() - later.took());
      svg.rect(from, y, Math.max(2, x(later.at()) - from), BAR, "onchain", "");
      if (i + 1 < drawn.size()) {
        CriticalChain.Step earlier = drawn.get(i + 1);
        int start = rows.getOrDefault(earlier.unit(), 0) + 4 + BAR / 2;
        double x = x(earlier.at());
        svg.path(Svg.elbow(x, start, from, y + BAR / 2), "chain");
      }
    }
  }

  private void moments(int bottom) {
    chart.timeline().switchedRoot().ifPresent(at -> moment(at, bottom, "switch", "root switched"));
    chart.timeline().goal().ifPresent(at -> moment(at, bottom, "goal", chart.goal()));
  }

  private void moment(long at, int bottom, String style, String label) {
    svg.line(x(at), TOP - 8, x(at), bottom + 6, style);
    double width = label.length() * 6.4;
    if (x(at) + width < LEFT + PLOT + RIGHT) {
      svg.text(x(at) + 5, bottom + 14, "moment", label);
    } else {
      svg.textEnd(x(at) - 5, bottom + 14, "moment", label, label);
    }
  }

  private void legend(int y) {
    String[][] entries = {
      {"activating", "coming up"},
      {"active", "up"},
      {"running", "container up"},
      {"stopping", "going down"},
      {"failed", "failed"},
      {"stage", "provisioner"},
      {"pull", "image pull"},
      {"onchain", "critical chain"}
    };
    double x = 24;
    for (String[] entry : entries) {
      svg.rect(x, y - 10, 22, BAR, entry[0], "");
      svg.text(x + 28, y, "legend", entry[1]);
      x += 28 + entry[1].length() * 6.6 + 26;
    }
  }

  private static double scaled(long time, long length) {
    return (double) PLOT * time / length;
  }

  private double x(long time) {
    return LEFT + scaled(Math.min(time, chart.timeline().length()), chart.timeline().length());
  }
}
