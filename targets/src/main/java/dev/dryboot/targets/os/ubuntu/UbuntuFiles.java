package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.SystemdPlanner;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Lines;
import java.util.List;
import java.util.stream.Collectors;

/** What cloud-init has no module for, as the files and packages that Ubuntu reads. */
final class UbuntuFiles {
  private UbuntuFiles() {}

  static void plan(Draft draft, SystemdPlanner planner) {
    HostModel host = draft.host();
    host.software().packages().forEach(p -> draft.packaged(p.plain(), p.origin()));
    engines(draft, planner);
    kernelArguments(draft, host.kernel());
    names(draft, host);
    host.updates().ifPresent(u -> updates(draft, u));
  }

  /** An engine that containers need is installed, unless a package already brings it. */
  private static void engines(Draft draft, SystemdPlanner planner) {
    HostModel host = draft.host();
    for (Units.Container container : host.units().containers()) {
      Origin origin = container.engine().map(Traced::origin).orElse(container.unit().origin());
      engine(draft, planner.engine(host, container), origin);
    }
    host.engines().engines().forEach(e -> engine(draft, e.name().value(), e.name().origin()));
    host.units().quadlets().forEach(q -> engine(draft, "podman", q.name().origin()));
  }

  private static void engine(Draft draft, String engine, Origin origin) {
    if (engine.equals("docker") && !draft.hasPackage("docker(\\.io|-ce|-engine)?|moby-engine")) {
      draft.packaged("docker.io", origin.because("containers need docker"));
      draft.notes().lowered(origin, "engine docker", "the package docker.io is installed");
    }
    if (engine.equals("podman") && !draft.hasPackage("podman")) {
      draft.packaged("podman", origin.because("containers need podman"));
      draft.notes().lowered(origin, "engine podman", "the package podman is installed");
    }
  }

  private static void kernelArguments(Draft draft, HostModel.Kernel kernel) {
    if (kernel.shouldExist().isEmpty() && kernel.shouldNotExist().isEmpty()) {
      return;
    }
    Origin origin =
        (kernel.shouldExist().isEmpty() ? kernel.shouldNotExist() : kernel.shouldExist())
            .getFirst()
            .origin();
    Lines lines = new Lines(origin);
    for (Text argument : kernel.shouldNotExist()) {
      String word = argument.plain().replace("/", "\\/");
      for (String variable : List.of("GRUB_CMDLINE_LINUX", "GRUB_CMDLINE_LINUX_DEFAULT")) {
        lines.add(
            Text.of(
                "%s=$(echo \" $%s \" | sed 's/ %s / /g')".formatted(variable, variable, word),
                argument.origin()));
      }
    }
    if (!kernel.shouldExist().isEmpty()) {
      String all = kernel.shouldExist().stream().map(Text::plain).collect(Collectors.joining(" "));
      lines.add(Text.of("GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX " + all + "\"", origin));
    }
    draft.file("/etc/default/grub.d/90-dryboot.cfg", lines.text(), 0644, origin);
    draft.notes().approximated(origin, "kernel arguments", "GRUB has them from the second boot on");
  }

  private static void names(Draft draft, HostModel host) {
    boolean ofInterfaces = !host.network().interfaces().isEmpty();
    if (ofInterfaces || (host.network().dns().isEmpty() && host.network().domains().isEmpty())) {
      return;
    }
    List<Text> dns = host.network().dns();
    List<Text> domains = host.network().domains();
    Origin origin = (dns.isEmpty() ? domains : dns).getFirst().origin();
    Lines lines = new Lines(origin).add(Text.of("[Resolve]", origin));
    if (!dns.isEmpty()) {
      lines.add(Text.of("DNS=" + spaced(dns), dns.getFirst().origin()));
    }
    if (!domains.isEmpty()) {
      lines.add(Text.of("Domains=" + spaced(domains), domains.getFirst().origin()));
    }
    draft.file("/etc/systemd/resolved.conf.d/90-dryboot.conf", lines.text(), 0644, origin);
  }

  private static String spaced(List<Text> texts) {
    return texts.stream().map(Text::plain).collect(Collectors.joining(" "));
  }

  private static void updates(Draft draft, HostModel.Updates updates) {
    Origin origin = updates.strategy().map(Text::origin).orElse(updates.origin());
    Lines lines = new Lines(origin);
    String strategy = updates.strategy().map(Text::plain).orElse("immediate");
    if (strategy.equals("off")) {
      lines.add(Text.of("APT::Periodic::Unattended-Upgrade \"0\";", origin));
    } else {
      lines.add(Text.of("APT::Periodic::Update-Package-Lists \"1\";", origin));
      lines.add(Text.of("APT::Periodic::Unattended-Upgrade \"1\";", origin));
      lines.add(Text.of("Unattended-Upgrade::Automatic-Reboot \"true\";", origin));
      String time =
          updates.windows().stream().findFirst().map(HostModel.Window::time).orElse("now");
      lines.add(Text.of("Unattended-Upgrade::Automatic-Reboot-Time \"" + time + "\";", origin));
      if (!updates.windows().isEmpty()) {
        draft
            .notes()
            .approximated(
                updates.windows().getFirst().origin(),
                "window",
                "unattended-upgrades reboots at its time of any day");
      }
    }
    draft.file("/etc/apt/apt.conf.d/52dryboot", lines.text(), 0644, origin);
    for (UnitRef healthy : updates.healthy()) {
      draft
          .notes()
          .approximated(
              healthy.origin(), "healthy", "packages cannot be rolled back: nothing waits for it");
    }
  }
}
