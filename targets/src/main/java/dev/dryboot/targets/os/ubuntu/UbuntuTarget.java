package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.compiler.plan.SystemdPlanner;
import dev.dryboot.compiler.plan.SystemdPlatform;
import dev.dryboot.source.Outcome;
import dev.dryboot.targets.encode.KernelArguments;
import dev.dryboot.targets.os.LimitCheck;
import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Target;
import java.util.List;
import java.util.Optional;

/** Ubuntu Server: user-data and network-config for cloud-init. */
public final class UbuntuTarget implements Target {
  @Override
  public String id() {
    return "ubuntu";
  }

  @Override
  public String name() {
    return "Ubuntu";
  }

  @Override
  public Status status() {
    return Status.SUPPORTED;
  }

  @Override
  public List<String> versions() {
    return List.of("22.04", "24.04");
  }

  @Override
  public Limits limits() {
    return UbuntuLimits.ALL;
  }

  @Override
  public List<String> artifacts() {
    return List.of(
        "user-data: #cloud-config for cloud-init",
        "network-config: version 2, where the host has interfaces");
  }

  /** Ubuntu 22.04 has podman 3.4, which knows no quadlets; 24.04 has podman 4.9. */
  private static SystemdPlatform platform(HostModel host) {
    boolean old = host.target().version().filter(v -> v.equals("22.04")).isPresent();
    return new SystemdPlatform("docker", !old, false, true, false, SystemdPlatform.Facts.NONE);
  }

  @Override
  public Outcome<HostModel> check(HostModel host, Optional<String> format) {
    return Outcome.of(
        host,
        LimitCheck.check(
                host, this, UbuntuLimits.READ_ONLY, List.of("cloud-config"), platform(host))
            .and(LimitCheck.interfaces(host, this, UbuntuNetwork.WORDS)));
  }

  @Override
  public Outcome<Plan> plan(HostModel host, Optional<String> format) {
    Draft draft = new Draft(KernelArguments.withConsole(host));
    SystemdPlanner planner = new SystemdPlanner(platform(host));
    planner.plan(draft);
    UbuntuFiles.plan(draft, planner);
    return Outcome.of(draft.plan(), draft.notes().report());
  }

  @Override
  public Outcome<List<Document>> encode(Plan plan, Optional<String> format) {
    return UbuntuEncoder.encode(plan);
  }
}
