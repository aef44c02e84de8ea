package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Which users and groups a machine knows: by passwd(5), group(5), nss-altfiles, and sysusers.d(5),
 * which is carried out early in a boot.
 */
public final class UserNames {
  private static final List<String> SYSUSERS =
      List.of("/etc/sysusers.d", "/run/sysusers.d", "/usr/lib/sysusers.d");
  private static final List<String> PLACES = List.of("/etc/", "/usr/lib/");

  private UserNames() {}

  /** Whether there is a user of that name or number; empty where nobody can tell. */
  public static Optional<Boolean> user(Machine machine, String name) {
    return knows(machine, "passwd", name);
  }

  /** The same for a group. */
  public static Optional<Boolean> group(Machine machine, String name) {
    return knows(machine, "group", name);
  }

  /** Numbers need no name, and what was installed may have brought names of its own. */
  private static Optional<Boolean> knows(Machine machine, String file, String name) {
    if (isNumber(name)) {
      return Optional.of(true);
    }
    boolean listed = false;
    for (String place : PLACES) {
      Optional<SourceText> list = machine.files().read(place + file);
      if (list.isPresent() && hasLine(list.get().text(), name + ":")) {
        return Optional.of(true);
      }
      listed |= list.isPresent();
    }
    if (!listed) {
      return Optional.empty();
    }
    if (isMadeEarly(machine, name)) {
      return Optional.of(true);
    }
    return UnknownSoftware.of(machine).isPresent() ? Optional.empty() : Optional.of(false);
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasLine(String text, String start) {
    return text.startsWith(start) || text.contains("\n" + start);
  }

  /** {@code u NAME …} makes a user and its group, {@code g NAME …} a group. */
  private static boolean isMadeEarly(Machine machine, String name) {
    for (String directory : SYSUSERS) {
      for (String file : machine.files().list(directory)) {
        String text = machine.files().read(directory + "/" + file).map(SourceText::text).orElse("");
        if (text.lines().anyMatch(l -> List.of(l.strip().split("\\s+", -1)).indexOf(name) == 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
