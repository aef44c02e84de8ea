package dev.dryboot.foreign.container;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The options that a command takes.
 *
 * @param names the long name of each short one
 * @param valued long names of those that need a value
 * @param flags long names of those that need none
 * @param interspersed whether options may follow operands
 */
record OptionTable(
    Map<Character, String> names, Set<String> valued, Set<String> flags, boolean interspersed) {

  /**
   * A table from lists of names apart by blanks: {@code publish/p} has a short form.
   *
   * @param valued options that need a value
   * @param flags options that need none
   */
  static OptionTable of(String valued, String flags) {
    return of(valued, flags, true);
  }

  static OptionTable of(String valued, String flags, boolean interspersed) {
    Map<Character, String> names = new HashMap<>();
    return new OptionTable(names, add(valued, names), add(flags + " help", names), interspersed);
  }

  private static Set<String> add(String list, Map<Character, String> names) {
    Set<String> found = new HashSet<>();
    for (String entry : list.split("\\s+")) {
      int slash = entry.indexOf('/');
      String name = slash < 0 ? entry : entry.substring(0, slash);
      if (slash >= 0) {
        names.put(entry.charAt(slash + 1), name);
      }
      found.add(name);
    }
    return found;
  }

  boolean knows(String name) {
    return valued.contains(name) || flags.contains(name);
  }
}
