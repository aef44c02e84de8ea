package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.targets.os.LimitCheck;
import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Subject;
import dev.dryboot.targets.os.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RancherOS: a cloud-config with its {@code rancher} section. */
public final class RancherOsTarget implements Target {
  /** The only users, who may get keys. */
  static final List<String> USERS = List.of("rancher", "docker");

  @Override
  public String id() {
    return "rancheros";
  }

  @Override
  public String name() {
    return "RancherOS";
  }

  @Override
  public Status status() {
    return Status.HISTORIC;
  }

  @Override
  public List<String> versions() {
    return List.of("1.5");
  }

  @Override
  public Limits limits() {
    return RancherOsLimits.ALL;
  }

  @Override
  public List<String> artifacts() {
    return List.of("cloud-config.yml: #cloud-config with a rancher section");
  }

  @Override
  public Outcome<HostModel> check(HostModel host, Optional<String> format) {
    Report all =
        LimitCheck.check(
            host,
            this,
            RancherOsLimits.READ_ONLY,
            List.of("rancher", "cloud-config"),
            c -> c.engine().map(Traced::value).orElse("docker"));
    List<Diagnostic> found =
        new ArrayList<>(
            all.diagnostics().stream().filter(d -> !isAboutKnownUser(d, host)).toList());
    found.addAll(RancherOsChecks.check(host, this));
    found.addAll(LimitCheck.interfaces(host, this, List.of()).diagnostics());
    return Outcome.of(host, new Report(found));
  }

  private static boolean isAboutKnownUser(Diagnostic diagnostic, HostModel host) {
    return diagnostic.message().endsWith(Subject.USERS.words())
        && host.people().users().stream()
            .filter(u -> USERS.contains(u.name().value()))
            .anyMatch((People.User u) -> u.name().origin().span().equals(diagnostic.span()));
  }

  @Override
  public Outcome<Plan> plan(HostModel host, Optional<String> format) {
    Draft draft = new Draft(host);
    RancherOsFiles.plan(draft);
    return Outcome.of(draft.plan(), draft.notes().report());
  }

  @Override
  public Outcome<List<Document>> encode(Plan plan, Optional<String> format) {
    return RancherOsEncoder.encode(plan);
  }
}
