package dev.dryboot.cli.chart;

import java.util.Locale;

/** An SVG document under construction: few shapes, styled by class. */
final class Svg {
  private static final String STYLE =
      """
      .back { fill: #ffffff }
      text { font-family: 'Inter', 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif; fill: #1f2937 }
      .title { font-size: 20px; font-weight: 600 }
      .subtitle { font-size: 13px; fill: #4b5563 }
      .section { font-size: 12px; font-weight: 600; fill: #4b5563 }
      .axis { font-size: 11px; fill: #6b7280 }
      .name { font-size: 12px; fill: #4b5563 }
      .mine { fill: #111827; font-weight: 600 }
      .critical { fill: #1d4ed8; font-weight: 600 }
      .bad { fill: #b91c1c; font-weight: 600 }
      .remark { font-size: 11px; fill: #374151 }
      .remark.bad { fill: #b91c1c }
      .legend, .moment { font-size: 11px; fill: #374151 }
      .grid { stroke: #e5e7eb; stroke-width: 1 }
      .rule { stroke: #d1d5db; stroke-width: 1 }
      .goal { stroke: #15803d; stroke-width: 1.5 }
      .switch { stroke: #6b7280; stroke-width: 1; stroke-dasharray: 4 3 }
      .activating { fill: #f2a93b }
      .active { fill: #cfe3f3 }
      .running { fill: #8fc7a0 }
      .stopping { fill: #c9bfe8 }
      .failed { fill: #f9c6c6; stroke: #dc2626; stroke-width: 1 }
      .stage { fill: #8b7bd8 }
      .pull { fill: #3aa6a0 }
      .onchain { fill: none; stroke: #1d4ed8; stroke-width: 2 }
      .chain { fill: none; stroke: #1d4ed8; stroke-width: 1.5; stroke-opacity: 0.7 }
      """;

  private final StringBuilder body = new StringBuilder();

  void text(double x, double y, String style, String words) {
    element(x, y, style, "start", words, "");
  }

  void textMiddle(double x, double y, String style, String words) {
    element(x, y, style, "middle", words, "");
  }

  void textEnd(double x, double y, String style, String words, String tip) {
    element(x, y, style, "end", words, tip.equals(words) ? "" : tip);
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  void rect(double x, double y, double width, double height, String style, String tip) {
    String title = tip.isEmpty() ? "" : "<title>" + escaped(tip) + "</title>";
    add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\">%s</rect>",
        style, x, y, width, height, title);
  }

  void path(String data, String style) {
    add("<path class=\"%s\" d=\"%s\"/>", style, data);
  }

  /** Down from a point, then across to another. */
  static String elbow(double x1, double y1, double x2, double y2) {
    return String.format(Locale.ROOT, "M%.1f %.1f L%.1f %.1f L%.1f %.1f", x1, y1, x1, y2, x2, y2);
  }

  String document(int width, int height, String title) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                + " role=\"img\">\n<title>%s</title>\n<style>\n%s</style>\n",
            width,
            height,
            width,
            height,
            escaped(title),
            STYLE)
        + "<rect class=\"back\" width=\""
        + width
        + "\" height=\""
        + height
        + "\"/>\n"
        + body
        + "</svg>\n";
  }

  private void element(double x, double y, String style, String anchor, String words, String tip) {
    String title = tip.isEmpty() ? "" : "<title>" + escaped(tip) + "</title>";
    String aligned = anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"";
    add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\"%s>%s%s</text>",
        style, x, y, aligned, title, escaped(words));
  }

  private void add(String form, Object... values) {
    body.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c < ' ' || c == 0xfffe || c == 0xffff ? 0xfffd : c);
              }
            });
    return out.toString();
  }
}
