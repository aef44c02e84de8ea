package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container that shares another one's network finds that one, and leaves the network to it. */
final class SharedNetworks {
  /** What belongs to a network, and so to the container that has it. */
  private static final List<String> OF_THE_NETWORK =
      List.of(
          "dns",
          "dns-option",
          "dns-search",
          "expose",
          "ip",
          "ip6",
          "link",
          "mac-address",
          "network-alias",
          "publish-all");

  private final HostModel host;
  private final List<Diagnostic> found = new ArrayList<>();

  private SharedNetworks(HostModel host) {
    this.host = host;
  }

  static List<Diagnostic> check(HostModel host) {
    SharedNetworks rule = new SharedNetworks(host);
    for (Units.Container container : host.units().containers()) {
      container.sharesNetworkOf().ifPresent(of -> rule.shared(container, of));
    }
    return rule.found;
  }

  private void shared(Units.Container container, Traced<String> of) {
    other(container, of);
    for (Text network : container.networks()) {
      if (!network.origin().equals(of.origin())) {
        found(
            network.origin(),
            "%s shares the network of %s and joins another one"
                .formatted(container.name(), of.value()),
            "let %s join it".formatted(of.value()));
      }
    }
    for (Units.Publish publish : container.publishes()) {
      found(
          publish.origin(),
          "%s publishes a port of a network that is another container's"
              .formatted(container.name()),
          "publish it in %s, whose network it is".formatted(of.value()));
    }
    for (Units.Option option : container.options()) {
      if (OF_THE_NETWORK.contains(option.word())) {
        found(
            option.origin(),
            "%s belongs to the network, which is that of %s".formatted(option.word(), of.value()),
            "say it in %s".formatted(of.value()));
      }
    }
  }

  private void other(Units.Container container, Traced<String> of) {
    List<Units.Container> all = host.units().containers();
    Units.Container named =
        all.stream().filter(c -> c.name().equals(of.value())).findFirst().orElse(null);
    if (named == null) {
      boolean instance =
          all.stream()
              .anyMatch(c -> c.replicas() > 1 && of.value().matches(c.name() + "-[1-9][0-9]{0,3}"));
      List<String> names = all.stream().map(Units.Container::name).toList();
      if (!instance) {
        found(
            of.origin(),
            "this host has no container %s whose network could be shared".formatted(of.value()),
            Suggestion.nearest(of.value(), names)
                .map("did you mean container:%s?"::formatted)
                .orElse("name a container of this host"));
      }
    } else if (named == container) {
      found(
          of.origin(),
          "%s cannot share a network with itself".formatted(container.name()),
          "name another container, or take it out");
    } else if (named.replicas() > 1) {
      found(
          of.origin(),
          "%s has %d replicas, each with a network of its own"
              .formatted(named.name(), named.replicas()),
          "name one of them, such as container:%s-1".formatted(named.name()));
    } else if (engineOf(named).isPresent()
        && engineOf(container).isPresent()
        && !engineOf(named).equals(engineOf(container))) {
      found(
          of.origin(),
          "%s is run by another engine".formatted(named.name()),
          "let one engine run both");
    }
  }

  private static Optional<String> engineOf(Units.Container container) {
    return container.engine().map(Traced::value);
  }

  private void found(Origin at, String message, String help) {
    found.add(
        Diagnostic.of(ModelRules.SHARED_NETWORK, Severity.ERROR, at, message)
            .why("the engine refuses to make the container, and it never starts")
            .help(help));
  }
}
