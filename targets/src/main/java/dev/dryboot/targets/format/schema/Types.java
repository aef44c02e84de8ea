package dev.dryboot.targets.format.schema;

import dev.dryboot.targets.format.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types of a table and how people call them. */
final class Types {
  private Types() {}

  static boolean fits(Node value, List<String> types) {
    return types.isEmpty() || types.stream().anyMatch(t -> fits(value, t));
  }

  private static boolean fits(Node value, String type) {
    return switch (value) {
      case Node.Mapping m -> type.equals("object");
      case Node.Sequence s -> type.equals("array");
      case Node.Text t -> type.equals("string");
      case Node.Whole w -> type.equals("integer") || type.equals("number");
      case Node.Decimal d -> type.equals("number");
      case Node.Truth t -> type.equals("boolean");
      case Node.Nothing n -> type.equals("null");
      case Node.Moment m -> type.equals("date");
    };
  }

  static String say(List<String> types) {
    Set<String> words = new LinkedHashSet<>();
    for (String type : types) {
      words.add(
          switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "null" -> "nothing";
            default -> type;
          });
    }
    return String.join(" or ", words);
  }

  static String kind(Node value) {
    return switch (value) {
      case Node.Truth t ->
          t.span().text().equals(t.text())
              ? t.text()
              : "%s, which YAML reads as %s".formatted(t.span().text(), t.text());
      case Node.Whole w ->
          w.span().text().equals(w.text())
              ? "the number " + w.text()
              : "%s, which YAML reads as the number %s".formatted(w.span().text(), w.text());
      case Node.Moment m -> "%s, which YAML reads as a date".formatted(m.text());
      case Node other -> other.kind();
    };
  }

  static String help(Node value, List<String> types) {
    boolean text = types.contains("string");
    return switch (value) {
      case Node.Scalar s when text && !(s instanceof Node.Text) && !(s instanceof Node.Nothing) ->
          "put it in quotes: '%s'".formatted(s.span().text());
      case Node.Text t when types.contains("array") -> "make it a list: [%s]".formatted(brief(t));
      case Node.Text t when types.contains("boolean") -> "write true or false, without quotes";
      case Node.Text t when types.contains("integer") -> "write a number, without quotes";
      case Node other -> "";
    };
  }

  private static String brief(Node.Text text) {
    return text.text().length() > 40 || text.text().contains("\n") ? "…" : text.text();
  }
}
