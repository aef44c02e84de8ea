package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.language.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers of a host for one target, lowest first: profiles, the host, {@code when target}. */
final class Layers {
  private final Project project;
  private final TargetChoice target;
  private final Map<String, List<String>> profiles = new LinkedHashMap<>();
  private final List<Level> levels = new ArrayList<>();
  private final List<Level> forTarget = new ArrayList<>();

  /** A layer and what stands in it. */
  record Level(Layer layer, List<Member> members) {}

  private Layers(Project project, TargetChoice target) {
    this.project = project;
    this.target = target;
  }

  static List<Level> of(Project project, BootFile.Host host, TargetChoice target) {
    Layers layers = new Layers(project, target);
    List<String> below = layers.profiles(host.uses());
    layers.add(
        new Layer(Layer.Rank.HOST, "host " + host.name(), below),
        Layer.Rank.HOST_FOR_TARGET,
        host.members());
    List<Level> all = new ArrayList<>(layers.levels);
    all.addAll(layers.forTarget);
    return all;
  }

  private List<String> profiles(List<Name> uses) {
    List<String> names = new ArrayList<>();
    for (Name name : uses) {
      project.profile(name.text()).ifPresent(profile -> names.addAll(profile(profile)));
    }
    return names;
  }

  private List<String> profile(BootFile.Profile profile) {
    String name = "profile " + profile.name();
    List<String> known = profiles.get(name);
    if (known != null) {
      return known;
    }
    profiles.put(name, List.of(name));
    List<String> below = profiles(profile.uses());
    add(
        new Layer(Layer.Rank.PROFILE, name, below),
        Layer.Rank.PROFILE_FOR_TARGET,
        profile.members());
    List<String> all = new ArrayList<>(below);
    all.add(name);
    profiles.put(name, all);
    return all;
  }

  private void add(Layer layer, Layer.Rank rankForTarget, List<Member> members) {
    levels.add(new Level(layer, members));
    for (Member member : members) {
      if (member instanceof Member.When when && concerns(when)) {
        forTarget.add(
            new Level(
                new Layer(rankForTarget, layer.name() + " when target " + target, layer.below()),
                when.members()));
      }
    }
  }

  private boolean concerns(Member.When when) {
    return when.targets().stream().anyMatch(item -> TargetBlocks.concerns(item, target));
  }

  /** Values as plain words. */
  static final class Words {
    private Words() {}

    static String of(Value value) {
      return switch (value) {
        case Value.Bare bare -> bare.word();
        case Value.Number number -> number.text();
        case Value.Text text -> literal(text);
        case Value.Reference reference -> "${" + reference.path() + "}";
        case Value.SecretReference secret -> "secret " + secret.secret();
        case Value.From from -> "from " + literal(from.path());
        case Value.KindReference reference -> reference.kind() + " " + reference.name();
      };
    }

    private static String literal(Value.Text text) {
      StringBuilder all = new StringBuilder();
      for (Value.Piece piece : text.pieces()) {
        all.append(
            switch (piece) {
              case Value.Piece.Literal l -> l.text();
              case Value.Piece.Placeholder p -> "${" + p.path() + "}";
            });
      }
      return all.toString();
    }
  }
}
