package dev.dryboot.targets.os;

import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.compiler.plan.SystemdPlanner;
import dev.dryboot.compiler.plan.SystemdPlatform;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what a target cannot express, at the lines that ask for it. */
public final class LimitCheck {
  private LimitCheck() {}

  /**
   * Checks a host against a target.
   *
   * @param readOnly places nothing can be written to, and why
   * @param formats formats of {@code raw} fragments that the target takes
   */
  public static Report check(
      HostModel host,
      Target target,
      Map<String, String> readOnly,
      List<String> formats,
      SystemdPlatform platform) {
    SystemdPlanner planner = new SystemdPlanner(platform);
    return check(host, target, readOnly, formats, c -> planner.engine(host, c));
  }

  /** The same for a system that knows the engine of each container by another way. */
  public static Report check(
      HostModel host,
      Target target,
      Map<String, String> readOnly,
      List<String> formats,
      Function<Units.Container, String> engine) {
    List<Diagnostic> found = new ArrayList<>();
    for (Asks.Ask ask : Asks.of(host, engine)) {
      target
          .limits()
          .of(ask.subject())
          .ifPresent(limit -> found.add(cannot(target, limit, ask.origin())));
    }
    places(host, target, readOnly, found);
    versions(host, target, found);
    for (HostModel.RawFragment fragment : host.fragments()) {
      if (!formats.contains(fragment.format())) {
        found.add(
            Diagnostic.of(
                PlanRules.OTHER_FORMAT,
                Severity.NOTE,
                fragment.origin(),
                "%s does not read %s: the fragment is left out"
                    .formatted(target.name(), fragment.format())));
      }
    }
    return new Report(found);
  }

  /** The diagnostic for one limit at one line. */
  public static Diagnostic cannot(Target target, Limits.Limit limit, Origin origin) {
    return Diagnostic.of(
            PlanRules.NOT_ON_THIS_TARGET,
            Severity.ERROR,
            origin,
            "%s cannot express %s".formatted(target.name(), limit.subject().words()))
        .why(limit.reason())
        .help(
            limit.instead().isEmpty()
                ? "put it into a when target block for systems that can"
                : limit.instead());
  }

  private static void places(
      HostModel host, Target target, Map<String, String> readOnly, List<Diagnostic> found) {
    for (Files.RegularFile file : host.files().files()) {
      place(file.path(), target, readOnly).ifPresent(found::add);
    }
    for (Files.Directory directory : host.files().directories()) {
      place(directory.path(), target, readOnly).ifPresent(found::add);
    }
    for (Files.Link link : host.files().links()) {
      place(link.path(), target, readOnly).ifPresent(found::add);
    }
  }

  private static Optional<Diagnostic> place(
      Text path, Target target, Map<String, String> readOnly) {
    String plain = path.plain();
    return readOnly.entrySet().stream()
        .filter(e -> plain.equals(e.getKey()) || plain.startsWith(e.getKey() + "/"))
        .filter(e -> !plain.startsWith("/usr/local/"))
        .findFirst()
        .map(
            e ->
                Diagnostic.of(
                        PlanRules.READ_ONLY_PLACE,
                        Severity.ERROR,
                        path.origin(),
                        "nothing can be put at %s on %s".formatted(plain, target.name()))
                    .why(e.getValue())
                    .help("programs of your own go to /opt or /usr/local, settings to /etc"));
  }

  /**
   * Says which words of interfaces the target has nothing for.
   *
   * @param known those it has something for, beyond those that every system has
   */
  public static Report interfaces(HostModel host, Target target, List<String> known) {
    List<Diagnostic> found = new ArrayList<>();
    for (Network.Interface link : host.network().interfaces()) {
      for (Units.Option option : link.others()) {
        if (!known.contains(option.word())) {
          found.add(
              Diagnostic.of(
                      PlanRules.NOT_ON_THIS_TARGET,
                      Severity.ERROR,
                      option.origin(),
                      "%s cannot express %s of an interface"
                          .formatted(target.name(), option.word()))
                  .why("what Dryboot writes for its network has no key for it")
                  .help(
                      known.isEmpty()
                          ? "put it into a when target block for systems that can"
                          : "write the network's own file with file, or put it into a when target"
                              + " block for systems that can"));
        }
      }
    }
    return new Report(found);
  }

  private static void versions(HostModel host, Target target, List<Diagnostic> found) {
    host.target()
        .version()
        .filter(v -> !target.versions().isEmpty() && !target.versions().contains(v))
        .ifPresent(
            v ->
                found.add(
                    Diagnostic.of(
                            PlanRules.UNKNOWN_VERSION,
                            Severity.ERROR,
                            host.target().origin(),
                            "%s %s is not known".formatted(target.name(), v))
                        .why("what an artifact may hold depends on the version")
                        .help("known are " + String.join(", ", target.versions()))));
  }
}
