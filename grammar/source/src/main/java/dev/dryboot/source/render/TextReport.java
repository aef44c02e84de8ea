package dev.dryboot.source.render;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows a report as text: each finding with the lines it is about, other places that belong to it,
 * why it matters and what to do. Places are shown where the author wrote them.
 *
 * @param width columns of the terminal; 0 for no limit
 * @param most findings to show; the others are only counted
 */
public record TextReport(Paint paint, int width, int most) {
  private static final int WIDEST_PARAGRAPH = 100;

  /** A report without colours and limits, as for a file. */
  public static TextReport plain() {
    return new TextReport(Paint.PLAIN, 0, Integer.MAX_VALUE);
  }

  /** All findings and a line that counts them; empty where nothing was found. */
  public String render(Report report) {
    var out = new StringBuilder();
    report.diagnostics().stream()
        .limit(most)
        .forEach(diagnostic -> out.append(render(diagnostic)).append('\n'));
    int hidden = report.diagnostics().size() - most;
    if (hidden > 0) {
      out.append("… and ")
          .append(Count.of(hidden, "more finding"))
          .append(" of the same kinds\n\n");
    }
    return out.toString();
  }

  /** One finding. */
  public String render(Diagnostic diagnostic) {
    Diagnostic written = diagnostic.written();
    Map<SourceText, List<Mark>> marks = marks(written);
    int gutter = gutter(marks);
    List<String> lines = new ArrayList<>();
    lines.add(headline(written));
    boolean first = true;
    for (var entry : marks.entrySet()) {
      lines.addAll(section(written.severity(), entry.getKey(), entry.getValue(), gutter, first));
      first = false;
    }
    if (!marks.isEmpty() && !(written.why().isEmpty() && written.help().isEmpty())) {
      lines.add(paint.gutter(" ".repeat(gutter) + " │"));
    }
    remark("why", written.why(), gutter, lines);
    remark("help", written.help(), gutter, lines);
    return String.join("\n", lines) + "\n";
  }

  /** A line that counts the findings: {@code 2 errors, 1 warning}; {@code no findings} for none. */
  public String summary(Report report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        counts.add(paint.severity(severity, Count.of(count, severity.word())));
      }
    }
    return counts.isEmpty() ? paint.good("no findings") : String.join(", ", counts);
  }

  private String headline(Diagnostic diagnostic) {
    String head = diagnostic.severity().word() + "[" + diagnostic.rule().code() + "]";
    return paint.severity(diagnostic.severity(), head)
        + paint.bold(": " + Cells.safe(diagnostic.message()))
        + paint.faint(" (" + diagnostic.rule().name() + ")");
  }

  private static Map<SourceText, List<Mark>> marks(Diagnostic diagnostic) {
    Map<SourceText, List<Mark>> bySource = new LinkedHashMap<>();
    Stream<Mark> primary = diagnostic.span().map(s -> new Mark(s, "", true)).stream();
    Stream<Mark> related =
        diagnostic.related().stream().map(r -> new Mark(r.span(), r.message(), false));
    Stream.concat(primary, related)
        .distinct()
        .forEach(m -> bySource.computeIfAbsent(m.span().source(), s -> new ArrayList<>()).add(m));
    return bySource;
  }

  private static int gutter(Map<SourceText, List<Mark>> marks) {
    int largest =
        marks.values().stream().flatMap(List::stream).mapToInt(Mark::line).max().orElse(1);
    return Integer.toString(largest).length();
  }

  private List<String> section(
      Severity severity, SourceText source, List<Mark> marks, int gutter, boolean first) {
    Span at = marks.getFirst().span();
    String arrow = first ? "──▶ " : "::▶ ";
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(gutter) + paint.gutter(arrow) + Cells.safe(at.toString()));
    lines.addAll(new Excerpt(paint, severity, gutter, width).lines(source, marks));
    return lines;
  }

  private void remark(String word, String text, int gutter, List<String> lines) {
    if (text.isBlank()) {
      return;
    }
    String lead = " ".repeat(gutter) + " = ";
    int room = Math.min(width == 0 ? WIDEST_PARAGRAPH : width, WIDEST_PARAGRAPH);
    List<String> wrapped =
        Paragraph.wrapped(
            Cells.safeLines(text), Math.max(20, room - lead.length() - word.length() - 2));
    String indent = " ".repeat(lead.length() + word.length() + 2);
    for (int i = 0; i < wrapped.size(); i++) {
      String head = paint.gutter(lead) + paint.bold(word + ":") + " ";
      lines.add((i == 0 ? head : indent) + wrapped.get(i));
    }
  }
}
