package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * systemd-sysv-generator: a service for each script in {@code /etc/init.d} that can be executed and
 * for which there is no unit; links in {@code /etc/rcN.d} have a target want it (systemd 257,
 * sysv-generator.c).
 */
public final class SysvGenerator implements Generator {
  private static final String SCRIPTS = "/etc/init.d";

  /** The directories of links, and what each of them stands for. */
  private static final Map<String, String> RUNLEVELS =
      new TreeMap<>(
          Map.of(
              "/etc/rc1.d", "rescue.target",
              "/etc/rc2.d", "multi-user.target",
              "/etc/rc3.d", "multi-user.target",
              "/etc/rc4.d", "multi-user.target",
              "/etc/rc5.d", "graphical.target"));

  private static final int SET_BY_OWNER = 0100;

  @Override
  public String name() {
    return "systemd-sysv-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    Map<String, SysvScript> scripts = scripts(machine);
    RUNLEVELS.forEach((directory, target) -> link(machine, directory, target, scripts));
    scripts.values().forEach(s -> s.order(scripts.values()));
    scripts.forEach(
        (service, script) -> {
          Origin origin =
              Origin.written(script.place())
                  .because("systemd-sysv-generator makes a service of the script");
          script.write(new GeneratedUnits(machine, late, origin));
        });
  }

  private static Map<String, SysvScript> scripts(Machine machine) {
    Map<String, SysvScript> scripts = new TreeMap<>();
    for (String file : machine.files().list(SCRIPTS)) {
      String path = SCRIPTS + "/" + file;
      String service = SysvScript.service(file);
      if (isHidden(file) || scripts.containsKey(service) || hasUnit(machine, service)) {
        continue;
      }
      if (machine.files().get(path).orElse(null) instanceof FileNode.Regular script
          && (script.mode() & SET_BY_OWNER) != 0) {
        scripts.put(service, new SysvScript(service, path, script.content()));
      }
    }
    return scripts;
  }

  /** Names that editors and package managers give what they put aside (hidden_or_backup_file). */
  private static boolean isHidden(String file) {
    return file.startsWith(".")
        || file.endsWith("~")
        || file.matches(
            ".*\\.(rpmnew|rpmsave|rpmorig|dpkg-old|dpkg-new|dpkg-tmp|dpkg-dist|dpkg-bak"
                + "|dpkg-backup|dpkg-remove|ucf-new|ucf-old|ucf-dist|swp|bak|old|new)");
  }

  /** Whether there is a unit of that name, or it is masked; those of generators do not count. */
  private static boolean hasUnit(Machine machine, String service) {
    return UnitPath.SYSTEM.stream()
        .filter(directory -> !directory.contains("/generator"))
        .anyMatch(directory -> machine.files().getNoFollow(directory + "/" + service).isPresent());
  }

  /** {@code S20foo} has the service of script {@code foo} be wanted, with priority 20. */
  private static void link(
      Machine machine, String directory, String target, Map<String, SysvScript> scripts) {
    List<SysvScript> wanted = new ArrayList<>();
    for (String link : machine.files().list(directory)) {
      if (link.matches("S[0-9][0-9].+")) {
        SysvScript script = scripts.get(SysvScript.service(link.substring(3)));
        if (script != null) {
          script.priority(Integer.parseInt(link.substring(1, 3)));
          wanted.add(script);
        }
      }
    }
    wanted.stream().distinct().forEach(s -> s.wantedBy(target));
  }
}
