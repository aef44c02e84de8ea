package dev.dryboot.bench;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.OperatingSystem;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A host with as many unit files as one asks for, always the same ones: a few targets of systemd,
 * and ten layers of services, sockets, timers, targets, instances and drop-ins, in which each unit
 * names some of the layer below.
 */
public final class SyntheticHost {
  /** Where its unit files are. */
  static final String VENDOR = "/usr/lib/systemd/system";

  private static final String CONFIG = "/etc/systemd/system";
  private static final int LAYERS = 10;

  private final SplittableRandom random = new SplittableRandom(20);
  private final FileTree root = FileTree.empty();
  private final List<List<String>> layers = new ArrayList<>();
  private int left;

  private SyntheticHost(int units) {
    this.left = units;
    addSystem();
    int perLayer = Math.max(1, left / LAYERS);
    while (left > 0) {
      addLayer(Math.min(left, layers.size() == LAYERS - 1 ? left : perLayer));
    }
  }

  /** The root file system of a host with {@code units} unit files, at least 40. */
  static FileTree root(int units) {
    return new SyntheticHost(units).root;
  }

  /** A host with {@code units} unit files, at least 40, ready to be booted. */
  public static MachineImage image(int units) {
    Hardware hardware = Hardware.small("eth0");
    return new MachineImage(
        new OperatingSystem("synthetic", "1", "Synthetic host"),
        InitKind.SYSTEMD,
        "257",
        hardware,
        KernelCommandLine.EMPTY,
        Optional.empty(),
        List.of(new Mount("/", "/dev/vda", "ext4", false, root(units))),
        BlockDevices.of(hardware),
        List.of(),
        List.of(),
        MachineImage.USUAL_USER_OWNED,
        Map.of(),
        Map.of());
  }

  private void addSystem() {
    put("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    put("/etc/hostname", "synthetic\n");
    target("sysinit.target", "DefaultDependencies=no\nConflicts=shutdown.target\n");
    target(
        "basic.target",
        "Requires=sysinit.target\nWants=sockets.target timers.target slices.target\n"
            + "After=sysinit.target sockets.target slices.target\n");
    target("sockets.target", "");
    target("timers.target", "");
    target("slices.target", "");
    target("network.target", "");
    target("shutdown.target", "DefaultDependencies=no\nRefuseManualStart=yes\n");
    target(
        "multi-user.target",
        "Requires=basic.target\nAfter=basic.target network.target\nAllowIsolate=yes\n");
    link(VENDOR + "/default.target", "multi-user.target");
  }

  private void target(String name, String settings) {
    unit(name, "[Unit]\nDescription=" + name + "\n" + settings);
  }

  private void addLayer(int size) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String prefix = "l" + layers.size() + "-";
      String next = i + 1 < size ? prefix + (i + 1) + ".service" : "";
      names.add(next.isEmpty() ? plain(prefix + i) : addMember(prefix + i, i, next));
    }
    layers.add(names);
  }

  private String plain(String stem) {
    return member(stem + ".service", graph(), service("simple", stem));
  }

  /** One unit of twenty in turn; what it is depends on its place. */
  private String addMember(String stem, int place, String next) {
    return switch (place % 20) {
      case 0 -> member(stem + ".target", "", "");
      case 1 -> {
        enable(stem + ".socket", "sockets.target");
        String listens = "[Socket]\nListenStream=/run/" + stem + ".sock\nService=" + next + "\n";
        yield member(stem + ".socket", "", listens);
      }
      case 3 -> {
        enable(stem + ".timer", "timers.target");
        yield member(stem + ".timer", "", "[Timer]\nOnBootSec=1h\nUnit=" + next + "\n");
      }
      case 5, 10 ->
          member(
              stem + ".service",
              graph(),
              "[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n");
      case 6, 16 -> member(stem + ".service", graph(), service("notify", stem));
      case 7 -> {
        unit("worker-" + stem + "@.service", unitSection(graph()) + service("simple", stem));
        enable("worker-" + stem + "@one.service", "multi-user.target");
        yield "worker-" + stem + "@one.service";
      }
      case 8 -> {
        put(
            CONFIG + "/" + stem + ".service.d/10-limits.conf",
            "[Service]\n"
                + "RestartSec=5s\n"
                + "Environment=MODE=fast\n"
                + "ExecStartPre=-/bin/mkdir -p /run/x\n");
        yield member(stem + ".service", graph(), service("simple", stem));
      }
      default -> plain(stem);
    };
  }

  private String member(String name, String unitLines, String rest) {
    unit(name, unitSection(unitLines) + rest + "[Install]\nWantedBy=multi-user.target\n");
    enable(name, "multi-user.target");
    return name;
  }

  private static String unitSection(String lines) {
    return "[Unit]\nDescription=A member of a layer\nDocumentation=man:systemd(1)\n" + lines;
  }

  private static String service(String type, String stem) {
    return "[Service]\nType="
        + type
        + "\nExecStart=/usr/bin/"
        + stem
        + " --config /etc/"
        + stem
        + ".conf\nRestart=on-failure\nRestartSec=2s\nTimeoutStopSec=30s\nUser=daemon\n";
  }

  /** What a service has to do with the layer below. */
  private String graph() {
    if (layers.isEmpty()) {
      return "After=network.target\n";
    }
    String first = below();
    return "Requires=%s\nWants=%s\nAfter=%s %s %s\n"
        .formatted(first, below(), first, below(), below());
  }

  private String below() {
    List<String> layer = layers.getLast();
    return layer.get(random.nextInt(layer.size()));
  }

  private void unit(String name, String text) {
    put(VENDOR + "/" + name, text);
    left--;
  }

  private void enable(String unit, String by) {
    String file = unit.contains("@") ? unit.replaceFirst("@.*\\.", "@.") : unit;
    link(CONFIG + "/" + by + ".wants/" + unit, VENDOR + "/" + file);
  }

  private void put(String path, String text) {
    root.put(path, new FileNode.Regular(SourceText.of(path, text)));
  }

  private void link(String path, String target) {
    root.put(path, new FileNode.SymbolicLink(target, SourceText.of(path, target)));
  }
}
