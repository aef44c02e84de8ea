package dev.dryboot.cli.chart;

import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.simulator.timeline.Lane;
import dev.dryboot.source.render.Count;
import dev.dryboot.source.render.Paint;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeline and the critical chain as text.
 *
 * @param width columns of the terminal
 */
public record TimelineText(Paint paint, int width) {
  private static final int WIDEST_BARS = 60;
  private static final int NARROWEST_BARS = 24;
  private static final int LONGEST_NAME = 44;

  /** The chart: a line per lane, its bar on the left, its name on the right. */
  public String timeline(Chart chart) {
    List<Lane> lanes = chart.lanes();
    int longest =
        lanes.stream().mapToInt(l -> Math.min(LONGEST_NAME, shown(l).length())).max().orElse(0);
    int bars = Math.clamp(width - longest - 18L, NARROWEST_BARS, WIDEST_BARS);
    var out = new StringBuilder();
    out.append(axis(chart, bars)).append('\n');
    for (Lane lane : lanes) {
      out.append(line(chart, lane, bars).stripTrailing()).append('\n');
    }
    if (chart.hidden() > 0) {
      out.append(" ".repeat(bars + 2))
          .append(
              paint.faint(
                  "and " + Count.of(chart.hidden(), "unit") + " of the system that took no time"))
          .append('\n');
    }
    return out.toString();
  }

  /** The chain, the goal first, as {@code systemd-analyze critical-chain} shows it. */
  public String criticalChain(Chart chart) {
    var out = new StringBuilder();
    int depth = 0;
    for (CriticalChain.Step step : chart.chain().steps()) {
      if (depth > 0 && step.took() == 0 && depth + 1 < chart.chain().steps().size()) {
        continue;
      }
      String lead = depth == 0 ? "" : "  ".repeat(depth - 1) + "└─";
      String took = step.took() > 0 ? paint.bold(" +" + Moments.of(step.took())) : "";
      out.append("  ")
          .append(lead)
          .append(step.unit())
          .append(" @")
          .append(Moments.of(step.at()))
          .append(took)
          .append('\n');
      depth++;
    }
    return out.toString();
  }

  private String axis(Chart chart, int bars) {
    long length = chart.timeline().length();
    long tick = Moments.tick(length, Math.max(2, bars / 12));
    var line = new StringBuilder(" ".repeat(bars + 2));
    for (long at = 0; at <= length; at += tick) {
      String label = Moments.axis(at, tick);
      int column = column(at, length, bars);
      if (column + label.length() + 1 < line.length()) {
        line.replace(column, column + label.length() + 1, "╵" + label);
      }
    }
    return paint.faint(line.toString().stripTrailing());
  }

  private String line(Chart chart, Lane lane, int bars) {
    String remark =
        lane.failed() ? "✗ " + lane.remark() : lane.took() > 0 ? Moments.of(lane.took()) : "";
    String mark = chart.isCritical(lane) ? "*" : " ";
    String label = clipped(shown(lane), Math.max(LONGEST_NAME, width - bars - 20));
    String painted =
        lane.failed() ? paint.bad(label) : chart.isMine(lane) ? paint.bold(label) : label;
    return bar(lane, chart.timeline().length(), bars)
        + " "
        + mark
        + painted
        + (remark.isEmpty()
            ? ""
            : "  " + (lane.failed() ? paint.bad(remark) : paint.faint(remark)));
  }

  private static String shown(Lane lane) {
    return switch (lane.kind()) {
      case UNIT, STAGE -> lane.name();
      case CONTAINER -> "container " + lane.name();
      case PULL -> "pull " + lane.name();
    };
  }

  private String bar(Lane lane, long length, int bars) {
    char[] cells = " ".repeat(bars).toCharArray();
    for (Lane.Bar bar : lane.bars()) {
      int from = column(bar.from(), length, bars);
      int to = Math.max(from + 1, column(bar.to(), length, bars));
      char glyph =
          switch (bar.state()) {
            case ACTIVATING -> '█';
            case ACTIVE -> '─';
            case DEACTIVATING -> '▒';
            case FAILED -> '·';
          };
      for (int i = from; i < Math.min(to, bars); i++) {
        boolean kept = cells[i] == '█' && glyph != '█' && i == from;
        cells[i] = kept ? cells[i] : glyph;
      }
    }
    String text = new String(cells);
    return lane.failed() ? paint.bad(text) : text;
  }

  private static int column(long time, long length, int bars) {
    return (int) Math.min(bars - 1L, time * bars / length);
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** What the glyphs mean. */
  public String legend() {
    List<String> parts =
        new ArrayList<>(
            List.of("█ coming up", "─ up", "▒ going down", "· failed", "* on the critical chain"));
    return paint.faint("  " + String.join("   ", parts)) + "\n";
  }
}
