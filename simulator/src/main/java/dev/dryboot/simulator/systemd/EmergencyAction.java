package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import java.util.Optional;

/** What FailureAction=, StartLimitAction= and the like do (emergency-action.c). */
final class EmergencyAction {
  private final ProcessOne processOne;

  EmergencyAction(ProcessOne processOne) {
    this.processOne = processOne;
  }

  void carryOut(String action, String why) {
    switch (action) {
      case "reboot", "poweroff", "halt", "kexec", "soft-reboot" -> start(action + ".target");
      case "exit" -> start("exit.target");
      case "reboot-force", "reboot-immediate" -> end("reboot", why);
      case "poweroff-force", "poweroff-immediate" -> end("poweroff", why);
      case "halt-force", "halt-immediate" -> end("halt", why);
      case "kexec-force" -> end("kexec", why);
      case "soft-reboot-force" -> end("soft-reboot", why);
      case "exit-force" -> end("exit", why);
      default -> {}
    }
  }

  private void start(String target) {
    processOne
        .load(target)
        .ifPresent(u -> processOne.addJob(JobType.START, u.unit(), JobMode.REPLACE_IRREVERSIBLY));
  }

  /** The manager hands over to systemd-shutdown, which kills what is left. */
  private void end(String how, String why) {
    processOne.machine().processes().clear();
    processOne.end();
    Optional<Power> power = processOne.machine().port(Power.class);
    if (power.isPresent()) {
      power.get().end(how, why);
    } else {
      processOne.publish(new Fact.MachineEnded(how, why));
    }
  }
}
