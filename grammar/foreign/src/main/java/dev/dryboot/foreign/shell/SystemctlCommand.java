package dev.dryboot.foreign.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of systemctl (systemctl(1) of systemd 257).
 *
 * @param verb what to do: {@code start}, {@code kill}, {@code daemon-reload}, …; {@code list-units}
 *     where none is written
 * @param operands the units, as written, or what else the verb takes
 * @param options long names without dashes, with their values; empty for flags
 * @param unknown options that systemctl does not know: it then does nothing
 */
public record SystemctlCommand(
    String verb, List<String> operands, Map<String, String> options, List<String> unknown) {
  private static final List<String> FLAGS =
      List.of(
          "help",
          "version",
          "system",
          "user",
          "all",
          "reverse",
          "after",
          "before",
          "with-dependencies",
          "show-types",
          "value",
          "recursive",
          "full",
          "no-pager",
          "no-legend",
          "no-wall",
          "no-warn",
          "no-reload",
          "no-ask-password",
          "quiet",
          "no-block",
          "ignore-inhibitors",
          "wait",
          "now",
          "force",
          "global",
          "runtime",
          "failed",
          "firmware-setup",
          "dry-run",
          "plain",
          "read-only",
          "mkdir",
          "marked",
          "stdin",
          "show-transaction",
          "no-legend",
          "fail",
          "irreversible",
          "ignore-dependencies");
  private static final List<String> VALUED =
      List.of(
          "type",
          "state",
          "property",
          "job-mode",
          "check-inhibitors",
          "kill-who",
          "kill-whom",
          "kill-value",
          "kill-subgroup",
          "signal",
          "what",
          "message",
          "root",
          "image",
          "image-policy",
          "lines",
          "output",
          "preset-mode",
          "timestamp",
          "host",
          "machine",
          "boot-loader-menu",
          "boot-loader-entry",
          "reboot-argument",
          "drop-in",
          "when",
          "legend",
          "capsule");
  private static final List<String> LISTS = List.of("property", "type", "state", "what");
  private static final List<String> SINCE_253 =
      List.of(
          "stdin",
          "when",
          "drop-in",
          "image-policy",
          "kill-value",
          "kill-subgroup",
          "capsule",
          "no-warn");
  private static final Map<Character, String> SHORT = shortNames();

  public SystemctlCommand {
    operands = List.copyOf(operands);
    options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    unknown = List.copyOf(unknown);
  }

  private static Map<Character, String> shortNames() {
    Map<Character, String> names = new LinkedHashMap<>();
    String table =
        "h help t type p property a all l full q quiet f force s signal H host M machine n lines"
            + " o output r recursive i ignore-inhibitors T show-transaction P property C capsule";
    String[] words = table.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      names.put(words[i].charAt(0), words[i + 1]);
    }
    return names;
  }

  /** Options that the systemctl of {@code release} does not know, which then does nothing. */
  public List<String> unknownTo(int release) {
    if (release >= 257) {
      return unknown;
    }
    List<String> all = new ArrayList<>(unknown);
    options.keySet().stream().filter(SINCE_253::contains).forEach(all::add);
    return all;
  }

  /** Reads a command line; empty where it does not call systemctl. */
  public static Optional<SystemctlCommand> read(List<String> argv) {
    if (argv.isEmpty() || !argv.getFirst().matches("(.*/)?systemctl")) {
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (word.equals("--")) {
        words.addAll(argv.subList(i + 1, argv.size()));
        break;
      } else if (word.startsWith("--")) {
        i += longOption(argv, i, options, unknown);
      } else if (word.startsWith("-") && word.length() > 1) {
        i += shortOptions(argv, i, options, unknown);
      } else {
        words.add(word);
      }
    }
    String verb = words.isEmpty() ? "list-units" : words.getFirst();
    List<String> operands = words.isEmpty() ? words : words.subList(1, words.size());
    return Optional.of(new SystemctlCommand(verb, operands, options, unknown));
  }

  /** How many further words belong to the option at {@code at}. */
  private static int longOption(
      List<String> argv, int at, Map<String, String> options, List<String> unknown) {
    String word = argv.get(at).substring(2);
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (equals >= 0) {
      value(options, name, word.substring(equals + 1));
    } else if (VALUED.contains(name) && at + 1 < argv.size()) {
      value(options, name, argv.get(at + 1));
      return 1;
    } else {
      flag(options, name);
    }
    if (!VALUED.contains(name) && !FLAGS.contains(name)) {
      unknown.add("--" + name);
    }
    return 0;
  }

  private static int shortOptions(
      List<String> argv, int at, Map<String, String> options, List<String> unknown) {
    String word = argv.get(at);
    for (int i = 1; i < word.length(); i++) {
      String name = SHORT.get(word.charAt(i));
      if (name == null) {
        unknown.add("-" + word.charAt(i));
      } else if (VALUED.contains(name)) {
        boolean glued = i + 1 < word.length();
        String next = at + 1 < argv.size() ? argv.get(at + 1) : "";
        value(options, name, glued ? word.substring(i + 1) : next);
        if (word.charAt(i) == 'P') {
          flag(options, "value");
        }
        return glued ? 0 : 1;
      } else {
        flag(options, name);
      }
    }
    return 0;
  }

  /** Lists may be given bit by bit; of other options the last one counts. */
  private static void value(Map<String, String> options, String name, String value) {
    if (LISTS.contains(name)) {
      options.merge(name, value, (before, more) -> before + "," + more);
    } else {
      options.put(name, value);
    }
  }

  /** How often a flag is given counts for {@code --force} alone. */
  private static void flag(Map<String, String> options, String name) {
    options.merge(name, "", (once, more) -> "again");
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** How often {@code --force} is given. */
  public int force() {
    return option("force").map(value -> value.isEmpty() ? 1 : 2).orElse(0);
  }

  /** The same call with other operands. */
  public SystemctlCommand withOperands(List<String> others) {
    return new SystemctlCommand(verb, others, options, unknown);
  }

  /** Whether systemctl returns before the jobs are done. */
  public boolean noBlock() {
    return has("no-block");
  }

  /** The job mode: {@code replace} where none is given. */
  public String jobMode() {
    if (has("fail")) {
      return "fail";
    }
    if (has("irreversible")) {
      return "replace-irreversibly";
    }
    return verb.equals("isolate") ? "isolate" : option("job-mode").orElse(ignoring());
  }

  private String ignoring() {
    return has("ignore-dependencies") ? "ignore-dependencies" : "replace";
  }

  /** Whom {@code kill} hits: {@code main}, {@code control} or {@code all}. */
  public String killWhom() {
    return option("kill-whom").or(() -> option("kill-who")).orElse("all");
  }

  /** The signal that {@code kill} sends, as written: {@code SIGTERM} where none is given. */
  public String signal() {
    return option("signal").orElse("SIGTERM");
  }
}
