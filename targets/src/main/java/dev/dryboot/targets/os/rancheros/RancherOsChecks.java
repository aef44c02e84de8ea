package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import dev.dryboot.targets.os.Target;
import java.util.ArrayList;
import java.util.List;

/** What RancherOS cannot express inside things that it can. */
final class RancherOsChecks {
  private static final List<String> ORDERING = List.of("After", "Before", "Requires", "Wants");
  private static final List<String> NETWORKS = List.of("host", "none", "bridge", "default");

  private final Target target;
  private final List<Diagnostic> found = new ArrayList<>();

  private RancherOsChecks(Target target) {
    this.target = target;
  }

  static List<Diagnostic> check(HostModel host, Target target) {
    RancherOsChecks checks = new RancherOsChecks(target);
    host.units().containers().forEach(checks::container);
    host.storage().filesystems().forEach(checks::filesystem);
    host.people().users().forEach(checks::user);
    host.updates()
        .flatMap(HostModel.Updates::strategy)
        .filter(s -> !s.plain().equals("off"))
        .ifPresent(
            s ->
                checks.cannot(
                    s.origin(),
                    "strategy " + s.plain(),
                    "RancherOS does not update itself",
                    "say strategy off, and run ros os upgrade from outside"));
    return checks.found;
  }

  private void cannot(Origin origin, String what, String why, String help) {
    found.add(
        Diagnostic.of(
                PlanRules.NOT_ON_THIS_TARGET,
                Severity.ERROR,
                origin,
                "%s cannot express %s".formatted(target.name(), what))
            .why(why)
            .help(help));
  }

  private void user(dev.dryboot.compiler.model.People.User user) {
    if (RancherOsTarget.USERS.contains(user.name().value())) {
      user.passwordHash()
          .or(user::shell)
          .or(user::homeDirectory)
          .ifPresent(
              t ->
                  cannot(
                      t.origin(),
                      "this of a user",
                      "users of the console get keys and nothing else",
                      "leave it out"));
    }
  }

  private void filesystem(Storage.Filesystem filesystem) {
    if (!(filesystem.device() instanceof Storage.Device.Path)) {
      cannot(
          filesystem.device().origin(),
          "a filesystem on something that it makes",
          "mounts name devices that are there already",
          "name the device by its path or LABEL=");
    }
  }

  private void container(Units.Container container) {
    for (Units.Directive directive : container.unit().directives()) {
      if (!directive.name().equals("Description")) {
        cannot(
            directive.origin(),
            "systemd's " + directive.name(),
            "there is no systemd: Docker is process 1 and services are containers",
            "put it into a when target block for systems with systemd");
      }
    }
    container.unit().edges().stream()
        .filter(e -> !ORDERING.contains(e.directive()))
        .forEach(
            e ->
                cannot(
                    e.origin(),
                    e.directive() + "=",
                    "services have an order and nothing else between them",
                    "use after or before"));
    for (Units.Option option : container.options()) {
      boolean known =
          ComposeWords.KEYS.containsKey(option.word())
              || option.word().equals("log-opt")
              || option.word().equals("ulimit");
      if (!known) {
        cannot(
            option.origin(),
            "the option " + option.word(),
            "services are compose version 1, which has no key for it",
            "leave it out");
      }
    }
    texts(container);
  }

  private void texts(Units.Container container) {
    for (Text network : container.networks()) {
      if (!NETWORKS.contains(network.plain()) && container.sharesNetworkOf().isEmpty()) {
        cannot(
            network.origin(),
            "the network " + network.plain(),
            "services are compose version 1, which knows no networks",
            "use network host or the default bridge");
      }
    }
    container
        .unit()
        .timer()
        .ifPresent(
            timer ->
                timer
                    .directives()
                    .forEach(
                        d -> {
                          if (d.name().equals("OnCalendar")
                              && CronSchedule.of(d.value().plain()).isPresent()) {
                            return;
                          }
                          cannot(
                              d.origin(),
                              d.name() + " " + d.value().plain(),
                              "timers are schedules of cron",
                              "use on-calendar with days and a time");
                        }));
    container.unit().systemd().stream()
        .findFirst()
        .ifPresent(
            s -> cannot(s.origin(), "text for systemd", "there is no systemd", "leave it out"));
    if (container.networks().size() > 1) {
      cannot(
          container.networks().get(1).origin(),
          "a second network",
          "a service of compose version 1 is in one network",
          "leave it out");
    }
  }
}
