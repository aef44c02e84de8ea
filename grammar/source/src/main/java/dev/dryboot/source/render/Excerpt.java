package dev.dryboot.source.render;

import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** The lines of one text that a finding is about, with the places underlined. */
final class Excerpt {
  private static final int NARROWEST = 30;

  /** What is shown of a line where nothing says how wide a terminal is. */
  private static final int USUAL_ROOM = 240;

  private final Paint paint;
  private final Severity severity;
  private final int gutter;
  private final int room;

  /**
   * @param gutter width of the line numbers
   * @param width of the terminal; 0 for no limit
   */
  Excerpt(Paint paint, Severity severity, int gutter, int width) {
    this.paint = paint;
    this.severity = severity;
    this.gutter = gutter;
    this.room = width == 0 ? USUAL_ROOM : Math.max(NARROWEST, width - gutter - 3);
  }

  /** The excerpt of {@code source} that shows {@code marks}, which all are in it. */
  List<String> lines(SourceText source, List<Mark> marks) {
    List<Integer> numbers = marks.stream().map(Mark::line).distinct().sorted().toList();
    List<String> out = new ArrayList<>();
    out.add(edge(""));
    int previous = 0;
    for (int number : numbers) {
      if (previous > 0 && number == previous + 2) {
        shown(source, number - 1, List.of(), out);
      } else if (previous > 0 && number > previous + 1) {
        out.add(paint.gutter(" ".repeat(gutter) + " ⋮"));
      }
      shown(source, number, marks.stream().filter(m -> m.line() == number).toList(), out);
      previous = number;
    }
    return out;
  }

  private void shown(SourceText source, int number, List<Mark> marks, List<String> out) {
    Cells cells = Cells.of(source.line(number));
    int lineStart = source.lineStart(number);
    int focus = marks.isEmpty() ? 0 : cells.column(marks.getFirst().span().start() - lineStart);
    int from =
        cells.width() <= room ? 0 : Math.max(0, Math.min(focus - room / 3, cells.width() - room));
    int to = cells.width() <= room ? cells.width() : from + room;
    String text = cells.width() <= room ? cells.shown() : clipped(cells, from, to);
    String label = " ".repeat(gutter - digits(number)) + number;
    out.add((paint.gutter(label + " │ ") + text).stripTrailing());
    for (Mark mark : marks) {
      out.add(underline(mark, cells, lineStart, from, to));
    }
  }

  private static String clipped(Cells cells, int from, int to) {
    String left = from > 0 ? "…" : "";
    String right = to < cells.width() ? "…" : "";
    return left + cells.between(from + left.length(), to - right.length()) + right;
  }

  private String underline(Mark mark, Cells cells, int lineStart, int from, int to) {
    int start = Math.clamp(cells.column(mark.span().start() - lineStart), from, to);
    boolean onward = mark.lastLine() > mark.line();
    int end = onward ? cells.width() : cells.column(mark.span().end() - lineStart);
    int length = Math.max(1, Math.min(end, to) - start);
    String carets = (mark.primary() ? "^" : "-").repeat(length);
    String label = mark.label().isEmpty() ? "" : " " + Cells.safe(mark.label());
    String more = onward ? " … to line " + mark.lastLine() : "";
    String drawn = carets + more + label;
    String painted = mark.primary() ? paint.severity(severity, drawn) : paint.gutter(drawn);
    return edge(" " + " ".repeat(start - from) + painted);
  }

  private String edge(String text) {
    return paint.gutter(" ".repeat(gutter) + " │") + text;
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }
}
