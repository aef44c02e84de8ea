package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import java.util.List;
import java.util.Optional;

/** What FailureAction=, StartLimitAction= and the like do (emergency-action.c). */
final class EmergencyAction {
  private static final List<String> CONTAINERS =
      List.of(
          "docker",
          "podman",
          "lxc",
          "lxc-libvirt",
          "systemd-nspawn",
          "rkt",
          "wsl",
          "proot",
          "container-other",
          "openvz");

  private final ProcessOne processOne;
  private int exitStatus;

  EmergencyAction(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /**
   * Carries out an action.
   *
   * @param status with which process 1 ends, where the action is to end it; empty for what it was
   */
  void carryOut(String action, Optional<Integer> status, String why) {
    if (action.startsWith("exit")) {
      exitStatus = status.orElse(exitStatus);
    }
    switch (action) {
      case "reboot", "poweroff", "halt", "kexec", "soft-reboot" -> start(action + ".target");
      case "exit" -> start(inContainer() ? "exit.target" : "poweroff.target");
      case "reboot-force", "poweroff-force", "halt-force", "kexec-force", "soft-reboot-force" ->
          end(action.substring(0, action.lastIndexOf('-')), why);
      case "exit-force" -> end(inContainer() ? "exit" : "poweroff", why);
      case "reboot-immediate", "poweroff-immediate", "halt-immediate" -> {
        processOne.machine().processes().clear();
        processOne.end();
        over(action.substring(0, action.lastIndexOf('-')), why);
      }
      default -> {}
    }
  }

  /** Only in a container is there somebody to whom process 1 can hand an exit status. */
  private boolean inContainer() {
    return CONTAINERS.contains(processOne.facts().virtualization());
  }

  private void start(String target) {
    processOne
        .load(target)
        .ifPresent(u -> processOne.addJob(JobType.START, u.unit(), JobMode.REPLACE_IRREVERSIBLY));
  }

  /** The manager hands over to systemd-shutdown, which kills what is left. */
  private void end(String how, String why) {
    processOne.end();
    new FinalKill(processOne.machine(), processOne.graph().defaults().timeoutStop())
        .carryOut(() -> over(how, why));
  }

  private void over(String how, String why) {
    Machine machine = processOne.machine();
    Optional<Power> power = machine.port(Power.class);
    if (power.isEmpty()) {
      processOne.publish(
          how.equals("exit")
              ? new Fact.MachineEnded(how, why, Optional.of(exitStatus))
              : new Fact.MachineEnded(how, why));
    } else if (how.equals("soft-reboot")) {
      power.get().softReboot();
    } else if (how.equals("exit")) {
      power.get().exit(exitStatus, why);
    } else {
      power.get().end(how, why);
    }
  }
}
