package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** useradd(8), groupadd(8), and what Debian calls them: names in passwd(5) and group(5). */
final class UserTools implements ProcessModel {
  private static final String USERS = "/etc/passwd";
  private static final String GROUPS = "/etc/group";

  /** "username already in use", "group name not unique". */
  private static final int EXIT_IN_USE = 9;

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    return switch (spec.programName()) {
      case "useradd", "adduser" -> adding(spec.argv(), true);
      case "groupadd", "addgroup" -> adding(spec.argv(), false);
      default -> Optional.empty();
    };
  }

  private static Optional<Behaviour> adding(List<String> argv, boolean user) {
    String name = argv.getLast();
    boolean isName = argv.size() > 1 && name.matches("[a-z_][a-z0-9_.-]*\\$?");
    return isName ? Optional.of(adding(argv, name, user)) : Optional.empty();
  }

  private static Behaviour adding(List<String> argv, String name, boolean user) {
    boolean strict = argv.getFirst().endsWith("add") && !argv.contains("-f");
    return Behaviours.doing(
        Typical.COMMAND.amount(),
        self -> {
          Machine machine = self.machine();
          boolean done = !user || add(machine, USERS, name, "::/home/" + name + ":/bin/sh");
          done &= add(machine, GROUPS, name, "") || user;
          return done || !strict ? 0 : EXIT_IN_USE;
        });
  }

  /** Adds a line with the next free number; says whether the name was free. */
  private static boolean add(Machine machine, String file, String name, String rest) {
    String text = machine.files().read(file).map(SourceText::text).orElse("");
    if (text.lines().anyMatch(l -> l.startsWith(name + ":"))) {
      return false;
    }
    long number = 1000 + text.lines().count();
    String line =
        file.equals(USERS)
            ? "%s:x:%d:%d%s".formatted(name, number, number, rest)
            : "%s:x:%d:".formatted(name, number);
    machine.files().write(file, new FileNode.Regular(SourceText.of(file, text + line + "\n")));
    return true;
  }
}
