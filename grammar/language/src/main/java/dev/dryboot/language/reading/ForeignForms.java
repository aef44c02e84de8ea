package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises whole lines of other formats: assignments of unit files, their sections, lists of YAML
 * and JSON, comments of C, the options of a command line. Each is said once, and becomes what was
 * meant.
 */
final class ForeignForms {
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z][A-Za-z0-9]+)=(.*)");
  private static final Pattern SECTION = Pattern.compile("\\[[A-Z][A-Za-z]*\\]");
  private static final Pattern ITEM = Pattern.compile("-\\s+(\\S.*)");
  private static final Pattern OPTION = Pattern.compile("--?([a-z][a-z0-9-]*)([ =].*|)");
  private static final Pattern BRACKETS =
      Pattern.compile("([a-z][a-z0-9-]*)\\s*:?\\s*\\[([^\\[\\]{}#]*)\\]");
  private static final Pattern KEYED =
      Pattern.compile(
          "(env|environment|label|sysctl|option)\\s+([A-Za-z_][\\w.-]*)\\s+([\"'].*|\\d\\S*)");
  private static final Pattern UNIT_OF =
      Pattern.compile("[a-z][a-z-]*\\s+(\\d+)\\s+([KMGT]i?B|us|ms|s|min|h|d|w)");

  private final Mending mending;

  ForeignForms(Mending mending) {
    this.mending = mending;
  }

  /** Goes over the lines at whose beginning a token stands: not inside of texts. */
  void mend() {
    List<Token> tokens = mending.tokens();
    int left = mending.limit;
    int line = -1;
    for (int i = 0; i < tokens.size() && left > 0; i++) {
      Token token = tokens.get(i);
      if (!token.first() || token.line() <= line || token.is(Kind.END)) {
        continue;
      }
      line = token.line();
      if (line(token)) {
        left--;
        // Places have moved.
        tokens = mending.tokens();
        i = -1;
      }
    }
  }

  private boolean line(Token first) {
    int start = first.start();
    int end = end(start);
    String line = mending.repairs.text().substring(start, end);
    return comment(line, start, end)
        || section(line, start, end)
        || assignment(line, start, end)
        || items(first, line, end)
        || option(line, start, end)
        || brackets(line, start)
        || keyed(line, start)
        || spacedUnit(line, start);
  }

  /** The end of the line at {@code start}, without the blanks and closing braces before it. */
  private int end(int start) {
    String text = mending.repairs.text();
    int end = text.indexOf('\n', start);
    end = end < 0 ? text.length() : end;
    while (end > start && (Character.isWhitespace(text.charAt(end - 1)))) {
      end--;
    }
    return end;
  }

  private boolean comment(String line, int start, int end) {
    if (!line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("--  ")) {
      return false;
    }
    mending.say(
        LanguageRules.STRAY_CHARACTER,
        start,
        start + 2,
        "`%s` begins no comment".formatted(line.substring(0, 2)),
        "write `# %s`".formatted(line.substring(2).replace("*/", "").strip()));
    mending.repairs.blank(start, end);
    return true;
  }

  private boolean section(String line, int start, int end) {
    if (!SECTION.matcher(line).matches()) {
      return false;
    }
    mending.say(
        LanguageRules.STRAY_CHARACTER,
        start,
        end,
        "`%s` is a section of a unit file".formatted(line),
        "take it out: all words stand in the service itself; text of a unit file stands in"
            + " `systemd`, `unit` or `dropin`");
    mending.repairs.blank(start, end);
    return true;
  }

  private boolean assignment(String line, int start, int end) {
    Matcher matcher = ASSIGNMENT.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    String word = dashed(matcher.group(1));
    String value = matcher.group(2).strip();
    boolean bare = value.matches("[a-z0-9][a-z0-9.-]*");
    String meant = word + " " + (bare || value.startsWith("\"") ? value : "\"" + value + "\"");
    mending.say(
        LanguageRules.SYNTAX,
        start,
        end,
        "`%s=` is how a unit file says it".formatted(matcher.group(1)),
        "write `%s`".formatted(meant));
    replace(start, end, meant);
    return true;
  }

  /** {@code TimeoutStartSec} as a word of the language. */
  private static String dashed(String directive) {
    return directive
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Lines of {@code - item} below a word become its values. */
  private boolean items(Token first, String line, int end) {
    if (!ITEM.matcher(line).matches()) {
      return false;
    }
    int from = first.start();
    StringBuilder values = new StringBuilder();
    int last = end;
    for (int at = from; at >= 0; at = nextLine(last)) {
      int start = at;
      while (start < mending.repairs.text().length()
          && (mending.repairs.text().charAt(start) == ' '
              || mending.repairs.text().charAt(start) == '\t')) {
        start++;
      }
      int stop = end(start);
      Matcher item = ITEM.matcher(mending.repairs.text().substring(start, Math.max(start, stop)));
      if (!item.matches()) {
        break;
      }
      values.append(values.isEmpty() ? "" : ", ").append(item.group(1).strip());
      last = stop;
    }
    mending.say(
        LanguageRules.STRAY_CHARACTER,
        from,
        from + 1,
        "a list has no dashes",
        "write its items behind the word, with commas between them: `%s`".formatted(values));
    boolean plain =
        values.toString().matches("(?:[a-z0-9.-]+|\"[^\"]*\")(?:, (?:[a-z0-9.-]+|\"[^\"]*\"))*");
    mending.repairs.blank(from, last);
    if (plain) {
      mending.repairs.insert(from, values.toString());
    } else {
      blankWordBefore(from);
    }
    return true;
  }

  private int nextLine(int at) {
    int newline = mending.repairs.text().indexOf('\n', at);
    return newline < 0 ? -1 : newline + 1;
  }

  /** A word whose items cannot be read as values goes with them. */
  private void blankWordBefore(int at) {
    Token before = null;
    for (Token token : mending.tokens()) {
      if (token.start() < at && token.end() <= at) {
        before = token.is(Kind.STRAY) && token.text().equals(":") ? before : token;
      }
    }
    if (before != null && before.is(Kind.WORD) && before.first()) {
      mending.repairs.blank(before.start(), end(before.start()));
    }
  }

  private boolean option(String line, int start, int end) {
    Matcher matcher = OPTION.matcher(line);
    if (!matcher.matches() || !line.startsWith("--")) {
      return false;
    }
    String value = matcher.group(2).isEmpty() ? "" : " " + matcher.group(2).substring(1).strip();
    mending.say(
        LanguageRules.STRAY_CHARACTER,
        start,
        start + 2,
        "a setting has no dashes before its word",
        "write `%s%s`".formatted(matcher.group(1), value.isEmpty() ? " …" : value));
    if (value.isEmpty()) {
      mending.repairs.blank(start, end);
    } else {
      replace(start, end, "  " + matcher.group(1) + value);
    }
    return true;
  }

  private boolean brackets(String line, int start) {
    Matcher matcher = BRACKETS.matcher(line);
    if (!matcher.lookingAt()) {
      return false;
    }
    String items = matcher.group(2).strip().replaceAll(",$", "");
    int open = start + line.indexOf('[');
    mending.say(
        LanguageRules.STRAY_CHARACTER,
        open,
        start + matcher.end(),
        "a list has no brackets",
        "write `%s %s`".formatted(matcher.group(1), items));
    replace(start, start + matcher.end(), matcher.group(1) + " " + items);
    return true;
  }

  private boolean keyed(String line, int start) {
    Matcher matcher = KEYED.matcher(line);
    if (!matcher.lookingAt()) {
      return false;
    }
    int at = start + matcher.start(3);
    mending.say(
        LanguageRules.SYNTAX,
        at,
        at + matcher.group(3).length(),
        "between a key and its value stands `=`",
        "write `%s %s = %s`".formatted(matcher.group(1), matcher.group(2), matcher.group(3)));
    mending.repairs.insert(start + matcher.end(2), " =");
    return true;
  }

  private boolean spacedUnit(String line, int start) {
    Matcher matcher = UNIT_OF.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    mending.say(
        LanguageRules.UNIT,
        start + matcher.start(1),
        start + matcher.end(2),
        "between a number and its unit is no blank",
        "write `%s%s`".formatted(matcher.group(1), matcher.group(2)));
    String joined = matcher.group(1) + matcher.group(2);
    mending.repairs.blank(start + matcher.start(1), start + matcher.end(2));
    mending.repairs.overwrite(start + matcher.end(2) - joined.length(), joined);
    return true;
  }

  private void replace(int start, int end, String by) {
    mending.repairs.blank(start, end);
    if (by.length() <= end - start) {
      mending.repairs.overwrite(start, by);
    } else {
      mending.repairs.insert(start, by);
    }
  }
}
