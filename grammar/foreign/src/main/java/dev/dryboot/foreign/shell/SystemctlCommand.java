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
      options.put(name, word.substring(equals + 1));
    } else if (VALUED.contains(name) && at + 1 < argv.size()) {
      options.put(name, argv.get(at + 1));
      return 1;
    } else {
      options.put(name, "");
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
        options.put(name, glued ? word.substring(i + 1) : next);
        return glued ? 0 : 1;
      } else {
        options.put(name, "");
      }
    }
    return 0;
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
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
