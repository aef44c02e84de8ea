package dev.dryboot.language;

import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.BootFile.Fleet;
import dev.dryboot.language.syntax.BootFile.Host;
import dev.dryboot.language.syntax.BootFile.Let;
import dev.dryboot.language.syntax.BootFile.Param;
import dev.dryboot.language.syntax.BootFile.Profile;
import dev.dryboot.language.syntax.BootFile.Scenario;
import dev.dryboot.language.syntax.BootFile.Secret;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with all that it imports, imported ones before those that import them, and what they
 * declare. Of two declarations with one name the first counts; the second was reported.
 *
 * @param roots the files among them that were asked for, in that order
 */
public record BootProgram(
    List<BootFile> files,
    List<BootFile> roots,
    Map<String, Param> params,
    Map<String, Let> lets,
    Map<String, Secret> secrets,
    Map<String, Profile> profiles,
    Map<String, Host> hosts,
    Map<String, Fleet> fleets,
    List<Scenario> scenarios) {

  public BootProgram {
    files = List.copyOf(files);
    roots = List.copyOf(roots);
    params = ordered(params);
    lets = ordered(lets);
    secrets = ordered(secrets);
    profiles = ordered(profiles);
    hosts = ordered(hosts);
    fleets = ordered(fleets);
    scenarios = List.copyOf(scenarios);
  }

  /** Indexes {@code files}. */
  public static BootProgram of(List<BootFile> files, List<BootFile> roots) {
    Map<String, Param> params = new LinkedHashMap<>();
    Map<String, Let> lets = new LinkedHashMap<>();
    Map<String, Secret> secrets = new LinkedHashMap<>();
    Map<String, Profile> profiles = new LinkedHashMap<>();
    Map<String, Host> hosts = new LinkedHashMap<>();
    Map<String, Fleet> fleets = new LinkedHashMap<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (BootFile file : files) {
      for (BootFile.Declaration declaration : file.declarations()) {
        String name = declaration.name().text();
        switch (declaration) {
          case Param param -> params.putIfAbsent(name, param);
          case Let let -> lets.putIfAbsent(name, let);
          case Secret secret -> secrets.putIfAbsent(name, secret);
          case Profile profile -> profiles.putIfAbsent(name, profile);
          case Host host -> hosts.putIfAbsent(name, host);
          case Fleet fleet -> fleets.putIfAbsent(name, fleet);
          case Scenario scenario -> scenarios.add(scenario);
        }
      }
    }
    return new BootProgram(files, roots, params, lets, secrets, profiles, hosts, fleets, scenarios);
  }

  /** Whether {@code place} is in a file that was asked for, not in one that is only imported. */
  public boolean inRoot(Span place) {
    return roots.stream().anyMatch(root -> root.source().equals(place.source()));
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
