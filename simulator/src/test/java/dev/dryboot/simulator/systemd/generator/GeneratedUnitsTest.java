package dev.dryboot.simulator.systemd.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.RecordedCase;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our generators write what the real ones wrote, for each recorded case and release. */
class GeneratedUnitsTest {
  private static final String OUT = "/run/systemd/generator";

  @TestFactory
  Stream<DynamicTest> aGeneratorWritesWhatTheRealOneWrote() {
    return RecordedCase.tests(
        GeneratedUnitsTest.class, "generated-units.txt", 90, GeneratedUnitsTest::compare);
  }

  private static void compare(RecordedCase c, int release) {
    Machine machine = machine(c, release);
    Generator generator =
        new SystemdInit()
            .generators().stream()
                .filter(g -> g.name().equals(c.first("run")))
                .findFirst()
                .orElseThrow();
    generator.generate(machine, OUT + "/normal", OUT + "/early", OUT + "/late");
    assertThat(text(written(machine.files(), OUT, ""))).isEqualTo(text(expected(c)));
  }

  private static Machine machine(RecordedCase c, int release) {
    var files = new VirtualFileSystem(FileTree.empty());
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    List<String> arguments = new ArrayList<>(words(c.first("cmdline")));
    String virtualization = "kvm";
    for (String line : c.lines()) {
      String[] part = line.split(" ", 3);
      switch (part[0]) {
        case "file" ->
            texts
                .computeIfAbsent(part[1], p -> new StringBuilder())
                .append(part.length > 2 ? part[2] : "")
                .append('\n');
        case "link" ->
            files.write(
                part[1], new FileNode.SymbolicLink(part[2], SourceText.of(part[1], part[2])));
        case "consoles" -> words(line).stream().skip(1).forEach(t -> arguments.add("console=" + t));
        case "device" -> files.write("/dev/" + part[1], new FileNode.Special("character", 0600));
        case "container" -> virtualization = part[1];
        case "initrd" ->
            files.write(
                "/etc/initrd-release", new FileNode.Regular(SourceText.of("initrd-release", "")));
        default -> {}
      }
    }
    texts.forEach(
        (path, text) ->
            files.write(
                path,
                new FileNode.Regular(
                    SourceText.of(path, text.toString()),
                    text.indexOf("#!") == 0 ? 0755 : 0644,
                    "root",
                    "root")));
    Hardware kvm = Hardware.small("eth0");
    Machine machine =
        new Machine(
            Kernel.canonical(),
            files,
            new KernelCommandLine(arguments),
            "x86-64",
            List.of(),
            new Trace());
    machine.offer(SystemdVersion.class, SystemdVersion.of(release));
    machine.offer(
        Hardware.class,
        new Hardware(
            kvm.architecture(),
            kvm.memory(),
            kvm.processors(),
            kvm.disks(),
            kvm.interfaces(),
            virtualization));
    return machine;
  }

  /** Words apart by blanks; those in double quotes are one. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        if (!word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words;
  }

  private static Map<String, List<String>> expected(RecordedCase c) {
    Map<String, List<String>> files = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String line : c.lines()) {
      if (line.startsWith("=> ")) {
        String[] part = line.split(" ", 4);
        current = new ArrayList<>();
        if (part.length > 2) {
          current.add("-> " + part[3]);
        }
        files.put(part[1], current);
      } else if (line.startsWith("   ")) {
        current.add(line.substring(3));
      }
    }
    return files;
  }

  private static Map<String, List<String>> written(
      VirtualFileSystem files, String directory, String below) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String name : files.list(directory)) {
      String path = directory + "/" + name;
      FileNode node = files.getNoFollow(path).orElseThrow();
      if (node instanceof FileNode.SymbolicLink link) {
        String target = link.target();
        String shown =
            target.equals("/dev/null") ? target : target.substring(target.lastIndexOf('/') + 1);
        all.put(below + name, List.of("-> " + shown));
      } else if (node instanceof FileNode.Regular file) {
        all.put(below + name, file.content().text().lines().toList());
      } else {
        all.putAll(written(files, path, below + name + "/"));
      }
    }
    return all;
  }

  /** Files with what they say: the order of settings and of units in a list does not matter. */
  private static String text(Map<String, List<String>> files) {
    var text = new StringBuilder();
    files.forEach(
        (name, lines) -> {
          text.append("=> ").append(name).append('\n');
          var settings = new TreeSet<String>();
          String section = "";
          for (String line : lines) {
            if (line.startsWith("[")) {
              section = line;
              continue;
            }
            String[] part = line.split("=", 2);
            boolean list = part[0].matches("After|Before|Wants|Requires|BindsTo|Conflicts");
            for (String value : list ? part[1].split(" ", -1) : new String[] {line}) {
              settings.add(section + (list ? part[0] + "=" : "") + value);
            }
          }
          settings.forEach(s -> text.append("   ").append(s).append('\n'));
        });
    return text.toString();
  }
}
