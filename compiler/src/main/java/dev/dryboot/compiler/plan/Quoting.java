package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Writes words into the command lines and assignments of unit files (systemd.service(5)). */
final class Quoting {
  private Quoting() {}

  /** A word of a command line: {@code %} and {@code $} mean themselves, blanks are kept. */
  static Text word(Text word) {
    Text escaped = word.mapCharacters(c -> c.replace("%", "%%").replace("$", "$$"));
    return quoted(escaped);
  }

  /** A word that may use specifiers and variables of systemd. */
  static Text quoted(Text word) {
    String plain = word.plain();
    if (!plain.isEmpty() && plain.matches("[A-Za-z0-9_@%+=:,./${}*?!^~#-]+")) {
      return word;
    }
    List<Text.Part> parts = new ArrayList<>();
    parts.add(new Text.Literal("\"", word.origin()));
    parts.addAll(word.mapCharacters(Quoting::escaped).parts());
    parts.add(new Text.Literal("\"", word.origin()));
    return new Text(parts, word.origin());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /**
   * The words of a command that its author wrote in one text, as a shell would part them. What
   * cannot be parted (an open quote) is one word.
   */
  static List<Text> words(Text command) {
    List<Text> words = new ArrayList<>();
    String text = command.plain();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else if (c == '\\'
            && quote == '"'
            && i + 1 < text.length()
            && "\"\\$`".indexOf(text.charAt(i + 1)) >= 0) {
          word.append(text.charAt(++i));
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (next != '\n') {
          word.append(next);
          inWord = true;
        }
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(Text.of(word.toString(), command.origin()));
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      return List.of(command);
    }
    if (inWord) {
      words.add(Text.of(word.toString(), command.origin()));
    }
    return command.isSecret() ? List.of(command) : words;
  }

  /** Joins words with blanks. */
  static Text line(List<Text> words) {
    List<Text.Part> parts = new ArrayList<>();
    for (Text word : words) {
      if (!parts.isEmpty()) {
        parts.add(new Text.Literal(" ", word.origin()));
      }
      parts.addAll(word.parts());
    }
    return new Text(parts, words.getFirst().origin());
  }
}
