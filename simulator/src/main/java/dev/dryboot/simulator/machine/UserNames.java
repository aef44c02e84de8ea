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
    if (name.matches("[0-9]+")) {
      return Optional.of(true);
    }
    List<SourceText> lists =
        PLACES.stream().flatMap(p -> machine.files().read(p + file).stream()).toList();
    boolean known =
        lists.stream().anyMatch(t -> t.text().lines().anyMatch(l -> l.startsWith(name + ":")));
    known |= isMadeEarly(machine, name);
    boolean open = lists.isEmpty() || UnknownSoftware.of(machine).isPresent();
    return known || !open ? Optional.of(known) : Optional.empty();
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
