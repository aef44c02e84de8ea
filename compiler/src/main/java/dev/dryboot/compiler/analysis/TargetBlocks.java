package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A {@code when target} block is for a target that the host has. One in a profile may be for hosts
 * that others write: it is told of where its target looks like a slip of one that a host has.
 */
final class TargetBlocks {
  private final Project project;
  private final Map<String, Set<String>> targets = new ConcurrentHashMap<>();

  TargetBlocks(Project project) {
    this.project = project;
  }

  /** Whether a block for {@code item} is for {@code target}; without a version, for all of them. */
  static boolean concerns(Member.Item item, TargetChoice target) {
    return target.isCalled(called(item));
  }

  private static String called(Member.Item item) {
    return choice(item).toString();
  }

  static TargetChoice choice(Member.Item item) {
    return new TargetChoice(
        Layers.Words.of(item.first()),
        item.second().map(Layers.Words::of),
        Origin.written(item.span()));
  }

  /** The blocks of {@code host} and its profiles that are never used. */
  List<Diagnostic> check(BootFile.Host host) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> own = targets(host);
    if (own.isEmpty()) {
      return found;
    }
    unused(host.members(), own, item -> Optional.of(help(item, own)), found);
    for (BootFile.Profile profile : profiles(host.uses())) {
      Set<String> all = new LinkedHashSet<>();
      project.hosts().stream()
          .filter(h -> profiles(h.uses()).contains(profile))
          .forEach(h -> all.addAll(targets(h)));
      unused(profile.members(), all, item -> slip(item, all).map(TargetBlocks::meant), found);
    }
    return found;
  }

  private static void unused(
      List<Member> members,
      Set<String> targets,
      Function<String, Optional<String>> help,
      List<Diagnostic> found) {
    for (Member member : members) {
      if (!(member instanceof Member.When when)) {
        continue;
      }
      for (Member.Item item : when.targets()) {
        String name = called(item);
        if (!targets.contains(name)) {
          help.apply(name)
              .ifPresent(
                  h ->
                      found.add(
                          Diagnostic.warning(
                                  ModelRules.TARGET_BLOCK_UNUSED,
                                  item.span(),
                                  "no host that this block belongs to is for %s".formatted(name))
                              .why("the block is never used: what it says happens on no machine")
                              .help(h)));
        }
      }
    }
  }

  private static String help(String name, Set<String> targets) {
    return slip(name, targets)
        .map(TargetBlocks::meant)
        .orElse(
            "add it to the targets, which are %s, or take the block out"
                .formatted(String.join(", ", targets)));
  }

  private static String meant(String target) {
    return "did you mean %s?".formatted(target);
  }

  /** The target that was meant, where one is spelt nearly so, or begins or ends so. */
  private static Optional<String> slip(String name, Set<String> targets) {
    return Suggestion.nearest(name, targets)
        .or(
            () ->
                targets.stream()
                    .filter(t -> t.startsWith(name) || t.endsWith("-" + name) || name.startsWith(t))
                    .findFirst());
  }

  /** How the targets of a host are called: by their names, and with their versions. */
  private Set<String> targets(BootFile.Host host) {
    return targets.computeIfAbsent(
        host.name().text(),
        name -> {
          Set<String> known = new LinkedHashSet<>();
          collect(host.members(), known);
          profiles(host.uses()).forEach(profile -> collect(profile.members(), known));
          return known;
        });
  }

  private static void collect(List<Member> members, Set<String> targets) {
    for (Member member : members) {
      if (member instanceof Member.Setting setting && setting.word().text().equals("targets")) {
        for (Member.Item item : setting.items()) {
          targets.add(choice(item).id());
          targets.add(called(item));
        }
      }
    }
  }

  /** The profiles of that names and those that they use. */
  private Set<BootFile.Profile> profiles(List<Name> uses) {
    Set<BootFile.Profile> all = new LinkedHashSet<>();
    collectProfiles(uses, all);
    return all;
  }

  private void collectProfiles(List<Name> uses, Set<BootFile.Profile> all) {
    for (Name name : uses) {
      project
          .profile(name.text())
          .filter(all::add)
          .ifPresent(profile -> collectProfiles(profile.uses(), all));
    }
  }
}
