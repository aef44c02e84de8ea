package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.syntax.BootFile.Fleet;
import dev.dryboot.language.syntax.BootFile.Host;
import dev.dryboot.language.syntax.BootFile.Profile;
import dev.dryboot.language.syntax.Name;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scopes of a program's hosts and profiles, each made once. */
final class Scopes {
  private final BootProgram program;
  private final Map<String, Scope> hosts = new LinkedHashMap<>();
  private final Map<String, Scope> profiles = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  Scopes(BootProgram program) {
    this.program = program;
    program.hosts().values().forEach(host -> hosts.put(host.name().text(), scope(host)));
    for (Profile profile : program.profiles().values()) {
      Scope own = new Scope();
      closure(List.of(profile.name())).forEach(p -> own.add(p.members()));
      profiles.put(profile.name().text(), own);
    }
    for (Host host : program.hosts().values()) {
      for (Profile profile : closure(host.uses())) {
        of(profile).addAll(of(host));
        used.add(profile.name().text());
      }
    }
  }

  private Scope scope(Host host) {
    Scope scope = new Scope().add(host.members());
    closure(host.uses()).forEach(profile -> scope.add(profile.members()));
    return scope;
  }

  /** What a name in {@code host} may mean. */
  Scope of(Host host) {
    return hosts.getOrDefault(host.name().text(), new Scope());
  }

  /** What a name in {@code profile} may mean: its own things, and those of hosts that use it. */
  Scope of(Profile profile) {
    return profiles.getOrDefault(profile.name().text(), new Scope());
  }

  /** Whether a host uses it. */
  boolean isUsed(Profile profile) {
    return used.contains(profile.name().text());
  }

  Scope of(Fleet fleet) {
    Scope scope = new Scope();
    fleet.hosts().stream()
        .map(one -> hosts.get(one.host().text()))
        .filter(java.util.Objects::nonNull)
        .forEach(scope::addAll);
    return scope;
  }

  /** The profiles that {@code uses} name, with those that they use. */
  private Set<Profile> closure(List<Name> uses) {
    Set<Profile> found = new LinkedHashSet<>();
    collect(uses, found);
    return found;
  }

  private void collect(List<Name> uses, Set<Profile> found) {
    for (Name name : uses) {
      Profile profile = program.profiles().get(name.text());
      if (profile != null && found.add(profile)) {
        collect(profile.uses(), found);
      }
    }
  }
}
