package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Shell patterns over the file system (glob(7)). */
public final class Globs {
  private Globs() {}

  /** Whether anything matches {@code pattern}. */
  public static boolean matches(VirtualFileSystem files, String pattern) {
    List<String> found = List.of("");
    for (String part : pattern.substring(pattern.startsWith("/") ? 1 : 0).split("/", -1)) {
      found = step(files, found, part);
      if (found.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> step(VirtualFileSystem files, List<String> in, String part) {
    List<String> next = new ArrayList<>();
    boolean plain = part.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    for (String directory : in) {
      if (plain) {
        if (files.exists(directory + "/" + part)) {
          next.add(directory + "/" + part);
        }
        continue;
      }
      Pattern matching = toPattern(part);
      for (String name : files.list(directory.isEmpty() ? "/" : directory)) {
        boolean hidden = name.startsWith(".") && !part.startsWith(".");
        if (!hidden && matching.matcher(name).matches()) {
          next.add(directory + "/" + name);
        }
      }
    }
    return next;
  }

  /** A shell pattern as a regular expression. */
  public static Pattern toPattern(String glob) {
    var out = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (c == '*') {
        out.append("[^/]*");
      } else if (c == '?') {
        out.append("[^/]");
      } else if (close > 0) {
        String set = glob.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        out.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = close;
      } else {
        out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(out.toString());
  }
}
