package dev.dryboot.simulator.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.systemd.RecordedCase;
import dev.dryboot.simulator.systemd.SystemdManager;
import dev.dryboot.simulator.systemd.SystemdOptions;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Links and exit codes as {@code systemctl} of 252.39 and 257.13 made them: enable, disable, mask,
 * link and others of their kind.
 */
class ObservedEnablementTest {
  private static final List<String> PLACES = List.of("/etc/systemd/system", "/run/systemd/system");

  @TestFactory
  Stream<DynamicTest> systemctlChangesWhatTheRealOneChanged() {
    return RecordedCase.tests(
        ObservedEnablementTest.class, "enablement.txt", 30, ObservedEnablementTest::compare);
  }

  private static void compare(RecordedCase c, int release) {
    FileTree tree = FileTree.empty();
    PLACES.forEach(p -> tree.put(p, new FileNode.Directory()));
    tree.put("/usr/lib/systemd/system", new FileNode.Directory());
    String goal = "/usr/local/lib/systemd/system/default.target";
    tree.put(goal, new FileNode.Regular(SourceText.of(goal, "[Unit]\n")));
    for (String line : c.lines()) {
      String[] part = line.split(" ", 3);
      SourceText text = SourceText.of(part[1], part.length > 2 ? part[2] : "");
      if (part[0].equals("file")) {
        String content = text.text().replace("\\n", "\n") + "\n";
        tree.put(part[1], new FileNode.Regular(SourceText.of(part[1], content)));
      } else if (part[0].equals("link")) {
        tree.put(part[1], new FileNode.SymbolicLink(part[2], text));
      }
    }
    Machine machine =
        new Machine(
            Kernel.canonical(),
            new VirtualFileSystem(tree),
            KernelCommandLine.EMPTY,
            "x86-64",
            StandardPrograms.last().models(),
            new Trace());
    SystemdManager manager =
        SystemdManager.boot(machine, SystemdOptions.usual(SystemdVersion.of(release), "test"));
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (String line : c.lines()) {
      if (line.startsWith("do ")) {
        expected.add(line);
        seen.add(line);
        seen.addAll(carryOut(machine, manager, List.of(line.substring(3).split(" ", -1))));
      } else if (line.startsWith("=>") || line.startsWith("   ")) {
        expected.add(line.stripTrailing());
      }
    }
    assertThat(String.join("\n", seen)).isEqualTo(String.join("\n", expected));
  }

  private static List<String> carryOut(
      Machine machine, SystemdManager manager, List<String> command) {
    boolean runtime = command.contains("--runtime");
    String verb = command.getFirst() + (runtime ? " --runtime" : "");
    List<String> units =
        command.subList(1, command.size()).stream().filter(u -> !u.startsWith("--")).toList();
    if (verb.equals("is-enabled")) {
      boolean said = manager.processOne().version() == SystemdVersion.V257;
      String missing = said ? "not-found" : "";
      String states =
          String.join(
              " ", units.stream().map(u -> manager.unitFileState(u).orElse(missing)).toList());
      return List.of(("=> " + ask(manager, verb, units) + " " + states).strip());
    }
    List<String> seen = new ArrayList<>();
    seen.add("=> " + ask(manager, verb, units));
    seen.addAll(links(machine.files()));
    return seen;
  }

  private static int ask(SystemdManager manager, String verb, List<String> units) {
    List<Integer> answers = new ArrayList<>();
    manager.request(
        ServiceManager.Request.of("test", verb.split(" ", -1)).withUnits(units), answers::add);
    manager.processOne().machine().kernel().run(manager.processOne().now() + 1_000_000);
    return answers.isEmpty() ? -1 : answers.getFirst();
  }

  private static TreeSet<String> links(VirtualFileSystem files) {
    var all = new TreeSet<String>();
    PLACES.forEach(place -> addLinks(files, place, all));
    return all;
  }

  private static void addLinks(VirtualFileSystem files, String directory, TreeSet<String> all) {
    for (String name : files.list(directory)) {
      String path = directory + "/" + name;
      switch (files.getNoFollow(path).orElseThrow()) {
        case FileNode.SymbolicLink link -> all.add("   " + path + " -> " + link.target());
        case FileNode.Directory d -> addLinks(files, path, all);
        default -> all.add("   " + path);
      }
    }
  }
}
