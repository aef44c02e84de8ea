package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.UnitType;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code systemctl set-property}: drop-ins that are read from the next reload on (dbus-cgroup.c;
 * unit.c: unit_write_setting), and {@code edit}.
 */
final class PropertyVerbs {
  private static final String RESOURCES =
      "(Startup)?(CPU|Memory|IO|BlockIO|Allowed)[A-Za-z]*|Tasks[A-Za-z]*|IP[A-Za-z]*|Device[A-Za-z]*"
          + "|ManagedOOM[A-Za-z]*|Delegate|DisableControllers|SocketBind[A-Za-z]*"
          + "|RestrictNetworkInterfaces|NFTSet|BPFProgram";
  private static final List<UnitType> WITH_RESOURCES =
      List.of(
          UnitType.SERVICE,
          UnitType.SOCKET,
          UnitType.MOUNT,
          UnitType.SWAP,
          UnitType.SLICE,
          UnitType.SCOPE);

  private final ProcessOne processOne;

  PropertyVerbs(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** {@code set-property UNIT NAME=VALUE…}: all are taken or none. */
  int set(Request request) {
    if (request.units().size() < 2) {
      return 1;
    }
    Optional<RunningUnit> unit =
        processOne
            .load(Verbs.mangle(request.units().getFirst(), ".service"))
            .filter(u -> u.unit().loadState() != LoadState.NOT_FOUND);
    List<String> assignments = request.units().subList(1, request.units().size());
    if (unit.isEmpty() || !assignments.stream().allMatch(a -> isTaken(a, unit.get()))) {
      return 1;
    }
    String directory =
        request.command().has("runtime")
            ? "/run/systemd/system.control"
            : "/etc/systemd/system.control";
    for (String assignment : assignments) {
      write(directory + "/" + unit.get().id() + ".d/", assignment, unit.get(), request);
    }
    return 0;
  }

  private static boolean isTaken(String assignment, RunningUnit unit) {
    String name = assignment.replaceFirst("=.*$", "");
    boolean resource = name.matches(RESOURCES) && WITH_RESOURCES.contains(unit.unit().type());
    boolean number = !name.endsWith("Weight") || assignment.matches("[A-Za-z]+=([0-9]+|idle)?");
    return assignment.contains("=") && number && (resource || name.equals("Description"));
  }

  private void write(String directory, String assignment, RunningUnit unit, Request request) {
    String name = assignment.substring(0, assignment.indexOf('='));
    boolean plain = name.equals("Description");
    String path = directory + "50-" + name + ".conf";
    String section = plain ? "Unit" : unit.unit().type().section();
    SourceText text = SourceText.of(path, "[" + section + "]\n" + assignment + "\n");
    processOne.machine().write(path, new FileNode.Regular(text), request.asker());
    if (!plain && !name.equals("CPUWeight") && !name.endsWith("Accounting")) {
      processOne.publish(
          new Fact.NotModelled(
              request.asker(), name + "=, which systemctl set-property gives " + unit.id()));
    }
  }

  /** {@code edit}: nobody sits at an editor, and what {@code --stdin} is given is not known. */
  int edit(Request request) {
    if (!request.command().has("stdin")) {
      return 1;
    }
    processOne.publish(new Fact.NotModelled(request.asker(), "what systemctl edit writes"));
    processOne.reload();
    return 0;
  }
}
