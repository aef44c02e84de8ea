package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.unit.ManagerDefaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that the manager hands to what it starts (manager.c:
 * manager_get_effective_environment): its own few, those of DefaultEnvironment=, and before both
 * those that {@code systemctl set-environment} gave it.
 */
public final class ManagerEnvironment {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

  private final Map<String, String> given = new LinkedHashMap<>();

  private final Map<String, String> own;

  /**
   * @param own those that the manager has itself, from the kernel
   */
  ManagerEnvironment(Map<String, String> own) {
    this.own = own;
  }

  /** The variables that are handed to all, as they are now. */
  public Map<String, String> handed(ManagerDefaults defaults) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("PATH", PATH);
    all.putAll(defaults.environment());
    all.putAll(given);
    return all;
  }

  /** The manager's own variables, which PassEnvironment= hands on. */
  public Map<String, String> own(ManagerDefaults defaults) {
    Map<String, String> all = new LinkedHashMap<>(own);
    all.putAll(defaults.ownEnvironment());
    return all;
  }

  /** {@code set-environment A=1 B=2}; says whether all of them are assignments. */
  public boolean set(List<String> assignments) {
    Map<String, String> more = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 0 || !isName(assignment.substring(0, equals))) {
        return false;
      }
      more.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    given.putAll(more);
    return true;
  }

  /**
   * {@code unset-environment A B=2}: names, and assignments that are taken away where they hold.
   */
  public boolean unset(List<String> words) {
    boolean known =
        words.stream().allMatch(w -> isName(w.contains("=") ? w.substring(0, w.indexOf('=')) : w));
    if (known) {
      for (String word : new ArrayList<>(words)) {
        int equals = word.indexOf('=');
        if (equals < 0) {
          given.remove(word);
        } else {
          given.remove(word.substring(0, equals), word.substring(equals + 1));
        }
      }
    }
    return known;
  }

  /** {@code import-environment}: of the caller's variables those that are named, or all. */
  public boolean take(List<String> names, Map<String, String> from) {
    if (!names.stream().allMatch(ManagerEnvironment::isName)) {
      return false;
    }
    from.forEach(
        (name, value) -> {
          if (isName(name) && (names.isEmpty() || names.contains(name))) {
            given.put(name, value);
          }
        });
    return true;
  }

  private static boolean isName(String word) {
    return word.matches("[A-Za-z_][A-Za-z0-9_]*");
  }
}
