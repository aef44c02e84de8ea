package dev.dryboot.simulator.systemd.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The absolute paths that a command line names: {@code -v /data:/data}, {@code --config=/etc/x}.
 */
final class NamedPaths {
  private static final Pattern PATH = Pattern.compile("(?:^|[=:,'\"\\s])(/[^=:,'\"\\s]+)");

  private NamedPaths() {}

  static List<String> of(List<String> argv) {
    List<String> paths = new ArrayList<>();
    for (String word : argv) {
      if (word.indexOf('/') < 0) {
        continue;
      }
      Matcher matcher = PATH.matcher(word);
      int from = 0;
      while (matcher.find(from)) {
        paths.add(matcher.group(1));
        // The sign behind one path may be the one before the next.
        from = matcher.end();
      }
    }
    return paths;
  }
}
