package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.compiler.plan.SystemdPlanner;
import dev.dryboot.compiler.plan.SystemdPlatform;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.targets.encode.IgnitionVersion;
import dev.dryboot.targets.encode.KernelArguments;
import dev.dryboot.targets.encode.NetworkManagerFiles;
import dev.dryboot.targets.os.LimitCheck;
import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Target;
import java.util.List;
import java.util.Optional;

/** Fedora CoreOS: an Ignition document. */
public final class FedoraCoreOsTarget implements Target {
  private static final SystemdPlatform PLATFORM =
      new SystemdPlatform("podman", true, true, false, true, new Afterburn());

  @Override
  public String id() {
    return "fedora-coreos";
  }

  @Override
  public String name() {
    return "Fedora CoreOS";
  }

  @Override
  public Status status() {
    return Status.SUPPORTED;
  }

  @Override
  public List<String> versions() {
    return List.of();
  }

  @Override
  public Limits limits() {
    return FedoraCoreOsLimits.ALL;
  }

  @Override
  public List<String> artifacts() {
    return List.of("config.ign: Ignition 3, as user-data or through coreos-installer");
  }

  @Override
  public Outcome<HostModel> check(HostModel host, Optional<String> format) {
    Report report =
        LimitCheck.check(host, this, FedoraCoreOsLimits.READ_ONLY, List.of("ignition"), PLATFORM);
    return Outcome.of(
        host,
        report
            .and(LimitCheck.interfaces(host, this, NetworkManagerFiles.WORDS))
            .and(unknown(format)));
  }

  private static Report unknown(Optional<String> format) {
    return format
        .filter(f -> IgnitionVersion.minor(f).isEmpty())
        .map(
            f ->
                Report.of(
                    new Diagnostic(
                        PlanRules.UNKNOWN_VERSION,
                        Severity.ERROR,
                        "Ignition %s cannot be written".formatted(f),
                        Optional.empty(),
                        List.of(),
                        "",
                        "3.0 to 3.%d can".formatted(IgnitionVersion.NEWEST))))
        .orElse(Report.EMPTY);
  }

  @Override
  public Outcome<Plan> plan(HostModel host, Optional<String> format) {
    Draft draft = new Draft(KernelArguments.withConsole(host));
    new SystemdPlanner(PLATFORM).plan(draft);
    FedoraCoreOsFiles.plan(draft);
    FedoraCoreOsDocker.plan(draft);
    return Outcome.of(draft.plan(), draft.notes().report());
  }

  @Override
  public Outcome<List<Document>> encode(Plan plan, Optional<String> format) {
    return FedoraCoreOsEncoder.encode(plan, format);
  }
}
