package dev.dryboot.cli;

import dev.dryboot.source.render.Paint;
import dev.dryboot.source.render.Paragraph;

/** Shows our own pages in a terminal: headings, paragraphs, lists and code. */
final class Markdown {
  private static final int WIDEST = 100;

  private Markdown() {}

  static String shown(String page, Output output) {
    Paint paint = output.paint();
    int width = Math.min(output.width(), WIDEST);
    var out = new StringBuilder();
    boolean code = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        out.append("    ").append(line).append('\n');
      } else if (line.startsWith("#")) {
        out.append(paint.bold(line.replaceFirst("^#+ *", ""))).append('\n');
      } else {
        Paragraph.wrapped(line.replaceAll("\\[([^\\]]+)\\]\\(([^)]+)\\)", "$1 ($2)"), width)
            .forEach(part -> out.append(part).append('\n'));
      }
    }
    return out.toString();
  }
}
