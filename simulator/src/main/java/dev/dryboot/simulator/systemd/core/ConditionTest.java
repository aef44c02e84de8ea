package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.unit.Condition;
import java.util.List;
import java.util.Optional;

/** One condition of each kind (condition.c: condition_test_…). */
final class ConditionTest {
  private static final List<String> VM_IDS =
      List.of("kvm", "qemu", "vmware", "microsoft", "oracle", "xen", "amazon", "bhyve", "apple");

  private final ProcessOne processOne;

  ConditionTest(ProcessOne processOne) {
    this.processOne = processOne;
  }

  boolean holds(RunningUnit unit, Condition condition) {
    VirtualFileSystem files = processOne.machine().files();
    String what = condition.parameter();
    return switch (condition.kind()) {
      case "PathExists" -> files.exists(what);
      case "PathExistsGlob" -> Globs.matches(files, what);
      case "PathIsDirectory" -> files.isDirectory(what);
      case "PathIsSymbolicLink" ->
          files.getNoFollow(what).filter(FileNode.SymbolicLink.class::isInstance).isPresent();
      case "PathIsMountPoint" -> files.isMountPoint(what);
      case "PathIsReadWrite" -> files.exists(what) && !files.mountOf(what).readOnly();
      case "PathIsEncrypted" -> false;
      case "DirectoryNotEmpty" -> files.list(what).stream().anyMatch(n -> !n.startsWith("."));
      case "FileNotEmpty" -> files.read(what).filter(t -> !t.text().isEmpty()).isPresent();
      case "FileIsExecutable" -> isExecutable(files, what);
      case "KernelCommandLine" -> commandLineHas(what);
      case "KernelVersion", "Version" -> versionHolds(what);
      case "Virtualization" -> isVirtualized(what);
      case "Architecture" -> isArchitecture(what);
      case "Host" -> isHost(what);
      case "FirstBoot" -> isTrue(what) == processOne.facts().firstBoot();
      case "NeedsUpdate" -> false;
      case "User" -> List.of("root", "0", "@system").contains(what);
      case "Group" -> List.of("root", "0").contains(what);
      case "ControlGroupController" -> !what.equals("v1");
      case "Environment" -> hasEnvironment(what);
      case "Security" -> processOne.facts().security().contains(what);
      case "ACPower" -> isTrue(what);
      case "Capability" -> true;
      case "Memory" -> compare(processOne.facts().memory(), what);
      case "CPUs" -> compare(processOne.facts().processors(), what);
      case "CPUFeature" -> false;
      case "OSRelease" -> osReleaseHolds(what);
      case "Credential" -> files.exists("/run/credentials/@system/" + what);
      default -> {
        processOne.publish(new Fact.NotModelled(unit.id(), condition.text()));
        yield !condition.negate();
      }
    };
  }

  private static boolean isTrue(String text) {
    return List.of("1", "yes", "y", "true", "t", "on")
        .contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  private static boolean isExecutable(VirtualFileSystem files, String path) {
    return files
        .get(path)
        .filter(n -> n instanceof FileNode.Regular && (n.mode() & 0111) != 0)
        .isPresent();
  }

  /** A word of the kernel's command line, or a name of which the value does not matter. */
  private boolean commandLineHas(String what) {
    boolean assignment = what.contains("=");
    for (String argument : processOne.machine().commandLine().arguments()) {
      if (argument.equals(what) || !assignment && argument.startsWith(what + "=")) {
        return true;
      }
    }
    return false;
  }

  private boolean versionHolds(String what) {
    String parameter = what.strip();
    if (parameter.startsWith("systemd")) {
      return compare(processOne.version().number(), parameter.substring(7).strip());
    }
    return true;
  }

  private boolean isVirtualized(String what) {
    String kind = processOne.facts().virtualization();
    boolean isVm = VM_IDS.contains(kind);
    boolean isContainer = !kind.equals("none") && !isVm;
    return switch (what) {
      case "vm" -> isVm;
      case "container" -> isContainer;
      case "private-users" -> false;
      case "yes", "true", "1", "on" -> isVm || isContainer;
      case "no", "false", "0", "off" -> kind.equals("none");
      default -> what.equals(kind);
    };
  }

  private boolean isArchitecture(String what) {
    return what.equals("native") || what.equals(processOne.machine().architecture());
  }

  private boolean isHost(String what) {
    String hostname = processOne.facts().hostname();
    return Globs.toPattern(what).matcher(hostname).matches()
        || what.replace("-", "").equals(processOne.facts().machineId());
  }

  private boolean hasEnvironment(String what) {
    int equals = what.indexOf('=');
    Optional<String> value =
        Optional.ofNullable(
            processOne.facts().environment().get(equals < 0 ? what : what.substring(0, equals)));
    return equals < 0
        ? value.isPresent()
        : value.filter(v -> v.equals(what.substring(equals + 1))).isPresent();
  }

  private boolean osReleaseHolds(String what) {
    String text =
        processOne.machine().files().read("/etc/os-release").map(t -> t.text()).orElse("");
    for (String part : what.split("\\s+", -1)) {
      int operator = 0;
      while (operator < part.length() && "=!<>".indexOf(part.charAt(operator)) < 0) {
        operator++;
      }
      String name = part.substring(0, operator);
      String value = part.substring(operator).replaceFirst("^(==|!=|<=|>=|=|<|>)", "");
      boolean equal =
          text.lines()
              .anyMatch(l -> l.equals(name + "=" + value) || l.equals(name + "=\"" + value + "\""));
      boolean wanted = !part.substring(operator).startsWith("!=");
      if (equal != wanted) {
        return false;
      }
    }
    return true;
  }

  /** A comparison such as {@code >=4}; {@code >=} where no operator is given. */
  private static boolean compare(long have, String what) {
    String operator = what.replaceFirst("[^<>=!].*$", "");
    String number = what.substring(operator.length()).strip();
    if (!number.matches("[0-9]{1,15}[KMGT]?")) {
      return false;
    }
    long unit = 1;
    char last = number.charAt(number.length() - 1);
    if (!Character.isDigit(last)) {
      unit = 1L << (10 * ("KMGT".indexOf(last) + 1));
      number = number.substring(0, number.length() - 1);
    }
    long wanted = Long.parseLong(number) * unit;
    return switch (operator) {
      case "<" -> have < wanted;
      case "<=" -> have <= wanted;
      case "=", "==" -> have == wanted;
      case "!=" -> have != wanted;
      case ">" -> have > wanted;
      default -> have >= wanted;
    };
  }
}
