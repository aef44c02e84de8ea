package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.ExecRefusal;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.UserNames;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;
import java.util.Optional;

/**
 * Why a process of a service ends before its program runs: it is to run as somebody, or in a
 * directory, that is not there (systemd 257, exec-invoke.c; exit-status.h).
 *
 * @param status with which it ends
 * @param setting the setting that cannot be met, as it is written
 */
record SpawnRefusal(int status, String setting, ExecRefusal refusal) {
  private static final String SERVICE = "Service";
  private static final int EXIT_CHDIR = 200;
  private static final int EXIT_GROUP = 216;
  private static final int EXIT_USER = 217;

  static Optional<SpawnRefusal> of(Service service, ExecCommand command) {
    Asked asked = service.unit().settings().derived(Asked.class, UnitType.SERVICE, Asked::of);
    if (asked.isNothing()) {
      return Optional.empty();
    }
    Specifiers specifiers = Specifiers.of(service.unit(), service.options.specifiers());
    Machine machine = service.processOne().machine();
    return Optional.<SpawnRefusal>empty()
        .or(
            () ->
                command.privileged() || asked.dynamic()
                    ? Optional.empty()
                    : user(asked, specifiers, machine))
        .or(() -> asked.dynamic() ? Optional.empty() : group(asked, specifiers, machine))
        .or(() -> directory(asked, specifiers, machine));
  }

  /** What the settings ask for, as it is written; nothing where they do not. */
  private record Asked(
      boolean dynamic,
      String user,
      String group,
      List<Directive> groups,
      String directory,
      boolean otherRoot) {
    static Asked of(Settings settings) {
      return new Asked(
          settings.isTrue(SERVICE, "DynamicUser", false),
          settings.text(SERVICE, "User", ""),
          settings.text(SERVICE, "Group", ""),
          settings.list(SERVICE, "SupplementaryGroups"),
          settings.text(SERVICE, "WorkingDirectory", ""),
          !settings.text(SERVICE, "RootDirectory", "").isEmpty()
              || !settings.text(SERVICE, "RootImage", "").isEmpty());
    }

    boolean isNothing() {
      return user.isEmpty() && group.isEmpty() && groups.isEmpty() && directory.isEmpty();
    }
  }

  private static Optional<SpawnRefusal> user(Asked asked, Specifiers specifiers, Machine machine) {
    String user = specifiers.expand(asked.user());
    return user.isEmpty() || UserNames.user(machine, user).orElse(true)
        ? Optional.empty()
        : refusal(
            EXIT_USER,
            "User=" + user,
            "names a user that does not exist",
            "add the user " + user + ", or correct the name");
  }

  private static Optional<SpawnRefusal> group(Asked asked, Specifiers specifiers, Machine machine) {
    String group = specifiers.expand(asked.group());
    if (!group.isEmpty() && !UserNames.group(machine, group).orElse(true)) {
      return noGroup("Group=" + group, group);
    }
    for (Directive directive : asked.groups()) {
      for (String word : Words.split(directive.value(), Words.Style.QUOTED).texts()) {
        String name = specifiers.expand(word);
        if (!UserNames.group(machine, name).orElse(true)) {
          return noGroup("SupplementaryGroups=" + name, name);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SpawnRefusal> noGroup(String setting, String group) {
    return refusal(
        EXIT_GROUP,
        setting,
        "names a group that does not exist",
        "add the group " + group + ", or correct the name");
  }

  /** A dash says that it may be missing; with a root of its own, it is looked for in that. */
  private static Optional<SpawnRefusal> directory(
      Asked asked, Specifiers specifiers, Machine machine) {
    String directory = specifiers.expand(asked.directory());
    return !directory.startsWith("/") || asked.otherRoot() || mayBeThere(directory, machine)
        ? Optional.empty()
        : refusal(
            EXIT_CHDIR,
            "WorkingDirectory=" + directory,
            "names a directory that does not exist",
            "make the directory before, or write WorkingDirectory=-" + directory);
  }

  private static boolean mayBeThere(String directory, Machine machine) {
    return machine.files().exists(directory)
        ? machine.files().isDirectory(directory)
        : MachineImage.mayHaveDirectory(directory, machine);
  }

  private static Optional<SpawnRefusal> refusal(
      int status, String setting, String what, String help) {
    return Optional.of(new SpawnRefusal(status, setting, new ExecRefusal(what, help)));
  }
}
