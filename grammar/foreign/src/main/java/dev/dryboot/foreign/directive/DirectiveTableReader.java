package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.KnownDirective.Choice;
import dev.dryboot.foreign.directive.KnownDirective.Repeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the text of the directive table; its form is told at its head. */
final class DirectiveTableReader {
  /** A version that there will not be: what comes with it never comes. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Map<String, Map<String, KnownDirective>> groups = new LinkedHashMap<>();
  private final Map<String, Map<String, KnownDirective>> sections = new LinkedHashMap<>();
  private Map<String, KnownDirective> open = new LinkedHashMap<>();
  private Optional<String> podman = Optional.empty();

  private DirectiveTableReader() {}

  static Map<String, Map<String, KnownDirective>> read(String text) {
    var reader = new DirectiveTableReader();
    text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(reader::line);
    return reader.sections;
  }

  private void line(String line) {
    String[] words = line.strip().split(" ", -1);
    switch (words[0]) {
      case "group" -> {
        open = new LinkedHashMap<>();
        groups.put(words[1], open);
      }
      case "section" -> section(words);
      default -> open.put(words[0], directive(words));
    }
  }

  private void section(String[] words) {
    open = new LinkedHashMap<>();
    podman = Optional.empty();
    sections.put(words[1], open);
    for (int i = 2; i < words.length; i++) {
      Map<String, KnownDirective> group = groups.get(words[i]);
      if (group != null) {
        open.putAll(group);
      } else if (words[i].startsWith("podman=")) {
        podman = Optional.of(words[i].substring(7));
      }
    }
  }

  private KnownDirective directive(String[] words) {
    String written = words[1];
    int mark = written.indexOf(':');
    String kind = mark < 0 ? written : written.substring(0, mark);
    String rest = written.substring(mark < 0 ? written.length() : mark + 1);
    ValueKind value = ValueKind.valueOf(kind.toUpperCase(Locale.ROOT));
    boolean number = value == ValueKind.NUMBER;
    int end = rest.indexOf('|');
    String bounds = end < 0 ? rest : rest.substring(0, end);
    int dots = bounds.indexOf("..");
    String named = number ? rest.substring(Math.min(rest.length(), bounds.length() + 1)) : rest;
    Repeat repeat = Repeat.REPLACES;
    Optional<Integer> since = Optional.empty();
    Optional<String> engine = podman;
    Optional<String> legacy = Optional.empty();
    int blankSince = 0;
    boolean fatal = false;
    for (int i = 2; i < words.length; i++) {
      String given = words[i].substring(words[i].indexOf('=') + 1);
      switch (words[i].replaceFirst("=.*", "")) {
        case "list" -> repeat = Repeat.ADDS;
        case "dependency" -> repeat = Repeat.ADDS_FOREVER;
        case "since" -> since = Optional.of(Integer.parseInt(given));
        case "podman" -> engine = Optional.of(given);
        case "blank" -> blankSince = given.equals("never") ? NEVER : Integer.parseInt(given);
        case "fatal" -> fatal = true;
        case "legacy" -> legacy = Optional.of(given);
        default -> throw new IllegalStateException("directive table: " + String.join(" ", words));
      }
    }
    return new KnownDirective(
        words[0],
        value,
        named.isEmpty() ? List.of() : choices(named),
        number ? Long.parseLong(bounds.substring(0, dots)) : 0,
        number ? Long.parseLong(bounds.substring(dots + 2)) : 0,
        blankSince,
        fatal,
        repeat,
        since,
        engine,
        legacy);
  }

  private static List<Choice> choices(String text) {
    List<Choice> choices = new ArrayList<>();
    for (String word : text.split("\\|", -1)) {
      int at = word.indexOf('@');
      choices.add(
          at < 0
              ? new Choice(word, 0)
              : new Choice(word.substring(0, at), Integer.parseInt(word.substring(at + 1))));
    }
    return choices;
  }
}
