package dev.dryboot.simulator.replay;

import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.systemd.SystemdManager;
import dev.dryboot.simulator.systemd.trigger.Listeners;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that recordings know: systemctl, and a few small shell lines. */
final class RecordedCommand {
  private static final Pattern MAIN = Pattern.compile("@MAIN:(\\S+)");
  private static final Pattern KILL =
      Pattern.compile("p=([0-9]+) ?; \\[ \"\\$p\" = 0 \\] \\|\\| kill -([0-9]+) \\$p");

  /** Without its semicolon the assignment is for {@code [} only, and kill gets no process. */
  private static final Pattern KILL_NOTHING =
      Pattern.compile("p=[0-9]+ \\[ \"\\$p\" = 0 \\] \\|\\| kill .*");

  private static final Pattern CONNECT = Pattern.compile("connect\\('([^']+)'\\)");

  /** Memory runs out for all processes of a unit, as systemd-oomd has it. */
  private static final Pattern OUT_OF_MEMORY = Pattern.compile("oom\\('([^']+)'");

  private static final Pattern PRINTF = Pattern.compile("printf '([^']*)'");
  private static final Pattern REDIRECT = Pattern.compile(">{1,2}\\s*([^\\s>]+)");

  private final List<String> command;
  private final Machine machine;
  private final SystemdManager manager;

  RecordedCommand(List<String> command, Machine machine, SystemdManager manager) {
    this.command = command;
    this.machine = machine;
    this.manager = manager;
  }

  void run(Consumer<Integer> exited) {
    switch (command.getFirst()) {
      case "systemctl" -> systemctl(command, Map.of(), exited);
      case "env" -> withVariables(exited);
      case "sh" -> exited.accept(shell(command.getLast()));
      case "touch" -> {
        command.subList(1, command.size()).forEach(this::write);
        exited.accept(0);
      }
      case "mkdir" -> {
        machine.files().write(command.getLast(), new FileNode.Directory());
        machine.publish(new Fact.FileWritten(command.getLast(), "recording"));
        exited.accept(0);
      }
      case "rm" -> {
        String path = command.getLast();
        machine.files().remove(path);
        machine.publish(new Fact.FileWritten(path, "recording"));
        exited.accept(0);
      }
      case "ls", "mount", "umount", "systemd-run" -> program(exited);
      case "cp" -> exited.accept(copy(command.get(1), command.getLast()));
      case "ln" -> {
        String path = command.getLast();
        String target = command.get(command.size() - 2);
        SourceText source = SourceText.of(path, target);
        machine.files().remove(path);
        machine.files().write(path, new FileNode.SymbolicLink(target, source));
        machine.publish(new Fact.FileWritten(path, "recording"));
        exited.accept(0);
      }
      case "python3" -> {
        Matcher outOfMemory = OUT_OF_MEMORY.matcher(command.getLast());
        if (outOfMemory.find()) {
          outOfMemory(outOfMemory.group(1));
          exited.accept(0);
          return;
        }
        Matcher connect = CONNECT.matcher(command.getLast());
        boolean connected =
            connect.find()
                && machine
                    .port(Listeners.class)
                    .filter(l -> l.connect(connect.group(1), false))
                    .isPresent();
        exited.accept(connected ? 0 : 1);
      }
      default -> exited.accept(0);
    }
  }

  /** A program that the machine knows; it ends with what it exits with. */
  private void program(Consumer<Integer> exited) {
    ProcessSpec spec =
        new ProcessSpec(
            command,
            Map.of(),
            "recording",
            "/recorder",
            "root",
            Optional.empty(),
            ProcessSpec.Purpose.CALL);
    machine
        .processes()
        .spawn(
            spec,
            (pid, end) -> exited.accept(end instanceof ProcessEnd.Exited e ? e.code() : 1),
            0,
            executed -> {});
  }

  private void outOfMemory(String unit) {
    manager
        .find(unit)
        .ifPresent(
            u ->
                machine.processes().in(u.controlGroup()).forEach(machine.processes()::outOfMemory));
  }

  private int copy(String from, String to) {
    Optional<SourceText> text = machine.files().read(from);
    if (text.isEmpty()) {
      return 1;
    }
    machine.files().write(to, new FileNode.Regular(SourceText.of(to, text.get().text())));
    machine.publish(new Fact.FileWritten(to, "recording"));
    return 0;
  }

  private void systemctl(
      List<String> words, Map<String, String> environment, Consumer<Integer> exited) {
    SystemctlCommand.read(words)
        .ifPresent(
            c -> manager.request(new ServiceManager.Request(c, environment, "recording"), exited));
  }

  /** {@code env A=1 systemctl …}. */
  private void withVariables(Consumer<Integer> exited) {
    int at = command.indexOf("systemctl");
    Map<String, String> variables = new LinkedHashMap<>();
    for (String word : command.subList(1, at)) {
      if (word.contains("=")) {
        variables.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    systemctl(command.subList(at, command.size()), variables, exited);
  }

  private int shell(String line) {
    String command = withMainPids(line);
    if (KILL_NOTHING.matcher(command).matches()) {
      return 2;
    }
    Matcher kill = KILL.matcher(command);
    if (kill.matches()) {
      int pid = Integer.parseInt(kill.group(1));
      boolean none = pid == 0;
      return none || machine.processes().signal(pid, Integer.parseInt(kill.group(2))) ? 0 : 1;
    }
    for (String part : line.split(";", -1)) {
      String step = part.strip();
      if (step.startsWith("mkdir -p ")) {
        String directory = step.substring("mkdir -p ".length());
        machine.files().write(directory, new FileNode.Directory());
        machine.publish(new Fact.FileWritten(directory, "recording"));
      }
      Matcher redirect = REDIRECT.matcher(step);
      if (redirect.find()) {
        Matcher printed = PRINTF.matcher(step);
        write(
            redirect.group(1),
            printed.find() ? printed.group(1).replace("\\n", "\n").replace("%%", "%") : "x\n");
      }
    }
    return 0;
  }

  /** The recorder takes everything up to the next blank for the unit's name. */
  private String withMainPids(String line) {
    return MAIN.matcher(line)
        .replaceAll(found -> String.valueOf(manager.mainPid(found.group(1)).orElse(0)));
  }

  private void write(String path) {
    write(path, "x\n");
  }

  private void write(String path, String text) {
    machine.files().write(path, new FileNode.Regular(SourceText.of(path, text)));
    machine.publish(new Fact.FileWritten(path, "recording"));
  }
}
