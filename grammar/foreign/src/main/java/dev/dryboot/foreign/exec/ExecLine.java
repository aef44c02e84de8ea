package dev.dryboot.foreign.exec;

import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.WordReader;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.foreign.value.Words.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value of {@code ExecStart=} and its kin (config_parse_exec() of systemd 257).
 *
 * @param commands in order; none in an empty value, which resets the list
 * @param faults what systemd stumbles over
 */
public record ExecLine(List<ExecCommand> commands, List<Fault> faults) {

  /**
   * Something that systemd stumbles over.
   *
   * @param refusesUnit whether the unit is not loaded for it; else the rest of the line is ignored
   */
  public record Fault(int from, int to, String message, boolean refusesUnit) {}

  public ExecLine {
    commands = List.copyOf(commands);
    faults = List.copyOf(faults);
  }

  private static final int LONGEST_PATH = 4095;
  private static final int LONGEST_PART = 255;

  /** Reads {@code value} as it stands, specifiers not expanded. */
  public static ExecLine read(String value) {
    return read(value, Reading::of);
  }

  /**
   * Reads {@code value} and expands the specifiers of each word with {@code expand}. A specifier
   * that stands for nothing is a fault like any other.
   */
  public static ExecLine read(String value, Function<String, Reading<String>> expand) {
    return new Reader(value, expand).read();
  }

  /** Whether systemd refuses the unit for this line. */
  public boolean refusesUnit() {
    return faults.stream().anyMatch(Fault::refusesUnit);
  }

  /** Prints an argument so that it reads back as itself. */
  public static String quoted(String argument) {
    boolean plain =
        !argument.isEmpty()
            && !argument.equals(";")
            && argument.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"'\\".indexOf(c) < 0);
    if (plain) {
      return argument;
    }
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c < ' ' || c == 0x7f ? String.format("\\x%02x", (int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Goes through a value command by command. */
  private static final class Reader {
    private final String value;
    private final Function<String, Reading<String>> expand;
    private final WordReader words;
    private final List<ExecCommand> commands = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Reader(String value, Function<String, Reading<String>> expand) {
      this.value = value;
      this.expand = expand;
      this.words = new WordReader(value, Words.Style.COMMAND);
    }

    ExecLine read() {
      boolean more = true;
      while (more) {
        Optional<Reading<Word>> first = words.next();
        more = first.isPresent() && command(first.get());
      }
      return new ExecLine(commands, faults);
    }

    /** Whether another command may follow. */
    private boolean command(Reading<Word> first) {
      if (first instanceof Reading.Fault<Word>(int from, int to, String message)) {
        faults.add(new Fault(from, to, message, false));
        return false;
      }
      Word word = first.get();
      if (word.text().equals(";")) {
        return true;
      }
      Set<ExecCommand.Prefix> prefixes = EnumSet.noneOf(ExecCommand.Prefix.class);
      int skip = prefixes(word.text(), prefixes);
      boolean ignore = prefixes.contains(ExecCommand.Prefix.IGNORE_FAILURE);
      int pathFrom = Math.min(word.from() + skip, word.to());
      Reading<String> expanded = expand.apply(word.text().substring(skip));
      if (expanded instanceof Reading.Fault<String>(int from, int to, String message)) {
        faults.add(new Fault(pathFrom, word.to(), message, !ignore));
        return false;
      }
      String path = expanded.get();
      Optional<String> wrong = wrongPath(path);
      if (wrong.isPresent()) {
        faults.add(new Fault(pathFrom, word.to(), wrong.get(), !ignore));
        return false;
      }
      List<String> argv = new ArrayList<>();
      List<ExecCommand.Place> places = new ArrayList<>();
      places.add(new ExecCommand.Place(pathFrom, word.to()));
      if (!prefixes.contains(ExecCommand.Prefix.ARGV0)) {
        argv.add(path);
        places.add(places.getFirst());
      }
      Ending ending = arguments(argv, places, ignore);
      if (ending == Ending.FAULT) {
        return false;
      }
      if (argv.isEmpty()) {
        faults.add(new Fault(pathFrom, word.to(), "the zeroth argument is missing", !ignore));
        return false;
      }
      commands.add(new ExecCommand(prefixes, path, argv, places));
      return ending == Ending.SEMICOLON;
    }

    private enum Ending {
      END,
      SEMICOLON,
      FAULT
    }

    private Ending arguments(List<String> argv, List<ExecCommand.Place> places, boolean ignore) {
      while (words.offset() < value.length()) {
        int at = words.offset();
        if (isWord(at, ";")) {
          words.moveTo(at + 1);
          return Ending.SEMICOLON;
        }
        if (isWord(at, "\\;")) {
          words.moveTo(at + 2);
          argv.add(";");
          places.add(new ExecCommand.Place(at, at + 2));
          continue;
        }
        Reading<Word> next = words.next().orElseThrow();
        if (next instanceof Reading.Fault<Word>(int from, int to, String message)) {
          faults.add(new Fault(from, to, message, !ignore));
          return Ending.FAULT;
        }
        Reading<String> expanded = expand.apply(next.get().text());
        if (expanded instanceof Reading.Fault<String>(int from, int to, String message)) {
          faults.add(new Fault(next.get().from(), next.get().to(), message, !ignore));
          return Ending.FAULT;
        }
        argv.add(expanded.get());
        places.add(new ExecCommand.Place(next.get().from(), next.get().to()));
      }
      return Ending.END;
    }

    private boolean isWord(int at, String word) {
      int end = at + word.length();
      return value.startsWith(word, at)
          && (end == value.length() || " \t\r\n".indexOf(value.charAt(end)) >= 0);
    }
  }

  private static int prefixes(String word, Set<ExecCommand.Prefix> found) {
    for (int i = 0; i < word.length(); i++) {
      boolean privileged =
          found.contains(ExecCommand.Prefix.FULL_PRIVILEGES)
              || found.contains(ExecCommand.Prefix.AMBIENT);
      boolean kept = found.contains(ExecCommand.Prefix.NO_USER_CHANGE);
      boolean taken =
          switch (word.charAt(i)) {
            case '-' -> found.add(ExecCommand.Prefix.IGNORE_FAILURE);
            case '@' -> found.add(ExecCommand.Prefix.ARGV0);
            case ':' -> found.add(ExecCommand.Prefix.NO_EXPANSION);
            case '+' -> !privileged && !kept && found.add(ExecCommand.Prefix.FULL_PRIVILEGES);
            case '!' ->
                !privileged
                    && (kept
                        ? found.remove(ExecCommand.Prefix.NO_USER_CHANGE)
                            && found.add(ExecCommand.Prefix.AMBIENT)
                        : found.add(ExecCommand.Prefix.NO_USER_CHANGE));
            default -> false;
          };
      if (!taken) {
        return i;
      }
    }
    return word.length();
  }

  private static boolean isTooLong(String path) {
    int part = 0;
    for (int i = 0; i < path.length(); i++) {
      part = path.charAt(i) == '/' ? 0 : part + 1;
      if (part > LONGEST_PART) {
        return true;
      }
    }
    return path.length() > LONGEST_PATH;
  }

  private static Optional<String> wrongPath(String path) {
    if (path.isEmpty()) {
      return Optional.of("the executable is missing");
    }
    if (!path.chars().allMatch(c -> c >= ' ' && c != 0x7f && "\"'\\".indexOf(c) < 0)) {
      return Optional.of(
          "an executable's name cannot hold quotes, backslashes or control characters");
    }
    if (isTooLong(path)) {
      return Optional.of("a path has 4095 letters at most, and each of its parts 255");
    }
    if (path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..")) {
      return Optional.of("this is a directory, not an executable");
    }
    if (!path.startsWith("/") && (path.contains("/") || path.equals(".") || path.equals(".."))) {
      return Optional.of("the executable must be an absolute path or a name without slashes");
    }
    return Optional.empty();
  }
}
