package dev.dryboot.targets.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.tree.TreeRules;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON document into a tree with places. Mistakes become findings. */
public final class JsonReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(TreeRules.MAX_DEPTH)
                  .maxStringLength(TreeRules.MAX_CHARACTERS)
                  .maxNameLength(TreeRules.MAX_CHARACTERS)
                  .maxNumberLength(1000)
                  .build())
          .build();

  private final SourceText text;
  private final TreeRules rules;
  private final List<Diagnostic> found = new ArrayList<>();

  private JsonReader(SourceText text, TreeRules rules) {
    this.text = text;
    this.rules = rules;
  }

  /** The document's value; none where the text is not one whole JSON document. */
  public static Outcome<Node> read(SourceText text, TreeRules rules) {
    return new JsonReader(text, rules).read();
  }

  private Outcome<Node> read() {
    if (text.text().length() > TreeRules.MAX_CHARACTERS) {
      return failed(rules, 0, 0, "the document is larger than 20 MiB", "make it smaller");
    }
    try (JsonParser parser = JSON.createParser(new StringReader(text.text()))) {
      if (parser.nextToken() == null) {
        return failed(0, 0, "the document is empty", "write a JSON object: { … }");
      }
      Node root = value(parser);
      if (parser.nextToken() != null) {
        int at = offset(parser.currentTokenLocation());
        return failed(
            at,
            at + 1,
            "something follows after the end of the document",
            "take it away, or check that a brace does not close too early");
      }
      return Outcome.of(root, new Report(found));
    } catch (StreamConstraintsException e) {
      int at = offset(e.getLocation());
      return failed(
          rules,
          at,
          at,
          "the document is nested deeper than %d levels, or holds a number of over 1000 digits"
              .formatted(TreeRules.MAX_DEPTH),
          "make it flatter");
    } catch (JsonEOFException e) {
      int at = text.text().length();
      return failed(
          at,
          at,
          "the document ends before it is complete",
          "check that it was copied whole: a string, brace or bracket is still open");
    } catch (JsonProcessingException e) {
      JsonComplaint complaint = JsonComplaint.of(e);
      int at = begins(offset(e.getLocation()), complaint);
      return failed(at, at + 1, complaint.message(), complaint.help());
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** Of a word, the parser tells the end. */
  private int begins(int at, JsonComplaint complaint) {
    int tick = complaint.message().indexOf('`');
    int end = complaint.message().lastIndexOf('`');
    String quoted = tick < 0 ? "" : complaint.message().substring(tick + 1, end);
    int from = Math.max(0, at - quoted.length());
    int found = quoted.isEmpty() ? -1 : text.text().indexOf(quoted, from);
    return found >= 0 && found <= at ? found : at;
  }

  private Outcome<Node> failed(int start, int end, String message, String help) {
    found.add(Diagnostic.error(rules.syntax(), span(start, end), message).help(help));
    return Outcome.failed(new Report(found));
  }

  private Outcome<Node> failed(TreeRules from, int start, int end, String message, String help) {
    found.add(Diagnostic.error(from.limit(), span(start, end), message).help(help));
    return Outcome.failed(new Report(found));
  }

  private Node value(JsonParser parser) throws IOException {
    int start = offset(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(parser, start);
      case START_ARRAY -> sequence(parser, start);
      case VALUE_STRING -> {
        String value = parser.getText();
        yield new Node.Text(value, Node.Style.QUOTED, upToHere(parser, start));
      }
      case VALUE_NUMBER_INT -> {
        var value = parser.getBigIntegerValue();
        yield new Node.Whole(value, span(start, start + parser.getTextLength()));
      }
      case VALUE_NUMBER_FLOAT -> {
        String digits = parser.getText();
        yield new Node.Decimal(Double.parseDouble(digits), span(start, start + digits.length()));
      }
      case VALUE_TRUE -> new Node.Truth(true, span(start, start + 4));
      case VALUE_FALSE -> new Node.Truth(false, span(start, start + 5));
      case VALUE_NULL -> new Node.Nothing(span(start, start + 4));
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Node mapping(JsonParser parser, int start) throws IOException {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Span> seen = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int keyStart = offset(parser.currentTokenLocation());
      String name = parser.currentName();
      Span at = span(keyStart, closingQuote(keyStart) + 1);
      parser.nextToken();
      entries.add(new Node.Entry(new Node.Text(name, Node.Style.QUOTED, at), value(parser)));
      Span before = seen.put(name, at);
      if (before != null) {
        found.add(
            Diagnostic.error(rules.duplicateKey(), at, "the key %s stands twice".formatted(name))
                .related(before, "first here")
                .why("the later one counts; the earlier one is dropped without a word")
                .help("keep one of them"));
      }
    }
    return new Node.Mapping(entries, upToHere(parser, start));
  }

  private Node sequence(JsonParser parser, int start) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Node.Sequence(items, upToHere(parser, start));
  }

  private Span upToHere(JsonParser parser, int start) {
    return span(start, offset(parser.currentLocation()));
  }

  private int closingQuote(int openingQuote) {
    String all = text.text();
    for (int i = openingQuote + 1; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return openingQuote;
  }

  private static int offset(JsonLocation location) {
    return location == null ? 0 : (int) Math.max(0, location.getCharOffset());
  }

  private Span span(int start, int end) {
    int length = text.text().length();
    int from = Math.clamp(start, 0, length);
    return text.span(from, Math.clamp(end, from, length));
  }
}
