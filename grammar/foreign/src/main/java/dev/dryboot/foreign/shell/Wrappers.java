package dev.dryboot.foreign.shell;

import java.util.List;
import java.util.Map;

/** Programs that run another program, and where its command line begins in theirs. */
final class Wrappers {
  private Wrappers() {}

  /**
   * Where the inner command begins in {@code argv}; -1 where {@code program} is no wrapper. What
   * {@code env} sets is added to {@code environment}.
   */
  static int commandAt(String program, List<String> argv, Map<String, String> environment) {
    return switch (program) {
      case "exec" -> options(argv, 1, "a");
      case "command", "builtin", "nohup", "setsid" -> options(argv, 1, "");
      case "env" -> assignments(argv, options(argv, 1, "uCS"), environment);
      case "sudo" -> assignments(argv, options(argv, 1, "ugpCDhrtTU"), environment);
      case "doas" -> options(argv, 1, "uC");
      case "nice" -> options(argv, 1, "n");
      case "ionice" -> options(argv, 1, "cnpPu");
      case "chrt" -> options(argv, 1, "TPD") + 1;
      case "timeout" -> options(argv, 1, "ks") + 1;
      case "stdbuf" -> options(argv, 1, "ioe");
      case "flock" -> options(argv, 1, "wE") + 1;
      case "systemd-cat" -> options(argv, 1, "tp");
      case "systemd-inhibit" -> options(argv, 1, "");
      case "systemd-run" -> options(argv, 1, "puMHE");
      case "unshare", "nsenter" -> options(argv, 1, "tSG");
      case "busybox", "toybox" -> 1;
      default -> -1;
    };
  }

  /**
   * Behind the options from {@code from} on; those in {@code valued} take the next word where
   * nothing is glued to them.
   */
  private static int options(List<String> argv, int from, String valued) {
    int at = from;
    while (at < argv.size()) {
      String word = argv.get(at);
      if (word.equals("--")) {
        return at + 1;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        return at;
      }
      boolean takesNext =
          !word.startsWith("--") && valued.indexOf(word.charAt(word.length() - 1)) >= 0;
      at += takesNext && word.length() == 2 ? 2 : 1;
    }
    return at;
  }

  private static int assignments(List<String> argv, int from, Map<String, String> environment) {
    int at = from;
    while (at < argv.size() && argv.get(at).matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
      int equals = argv.get(at).indexOf('=');
      environment.put(argv.get(at).substring(0, equals), argv.get(at).substring(equals + 1));
      at++;
    }
    return at;
  }
}
