package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.settings.ValueType;
import dev.dryboot.language.settings.ValueType.OneOf;
import dev.dryboot.language.settings.ValueType.Reference;
import dev.dryboot.language.settings.ValueType.To;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks up the names in the members of one host or profile. */
record MemberLinks(BootProgram program, Scope scope, Consumer<Diagnostic> report) {
  /** Networks that every engine has. */
  private static final List<String> NETWORKS = List.of("host", "none", "bridge", "default");

  /** Ways of networking that are no networks; what stands behind a colon is theirs. */
  private static final List<String> WAYS =
      List.of("container", "ns", "private", "pasta", "slirp4netns");

  private static final List<String> ENGINES = List.of("docker", "podman", "containerd");

  void members(List<Member> members, BlockKind kind) {
    for (Member member : members) {
      switch (member) {
        case Member.Setting setting -> setting(setting, kind);
        case Member.Block block -> members(block.members(), kind(block.kind().text()));
        case Member.When when -> members(when.members(), kind);
        case Member.Defaults defaults -> members(defaults.members(), kind(defaults.kind().text()));
        case Member.Remove remove -> remove(remove);
        case Member.Raw raw -> value(raw.content(), List.of());
        case Member.Clear clear -> {}
        case Member.Allow allow -> {}
      }
    }
  }

  private static BlockKind kind(String word) {
    return BlockKind.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  private void setting(Member.Setting written, BlockKind kind) {
    Optional<Setting> setting = Settings.of(kind).find(written.word().text());
    List<ValueType> types = setting.map(Setting::values).orElse(List.of());
    for (Member.Item item : written.items()) {
      value(item.first(), types.isEmpty() ? List.of() : types.subList(0, 1));
      item.second()
          .ifPresent(
              second ->
                  value(
                      second,
                      types.isEmpty() ? List.of() : types.subList(types.size() - 1, types.size())));
    }
    Optional<BlockKind> body = setting.flatMap(Setting::body);
    written.body().ifPresent(inner -> body.ifPresent(b -> members(inner, b)));
  }

  private void remove(Member.Remove remove) {
    String kind = remove.kind().text();
    String name = remove.name().text();
    if (!scope.names(kind).isEmpty() && !scope.has(kind, name)) {
      report.accept(Unresolved.name(kind, name, remove.name().span(), scope.names(kind)));
    } else if (scope.names(kind).isEmpty()) {
      report.accept(Unresolved.name(kind, name, remove.name().span(), List.of()));
    }
  }

  /** Looks up what {@code value} names; {@code types} is what its setting expects, or empty. */
  void value(Value value, List<ValueType> types) {
    switch (value) {
      case Value.Bare bare -> types.forEach(type -> name(bare, type));
      case Value.Text text -> {
        text(text);
        if (types.contains(new Reference(To.NETWORK)) && text.pieces().size() == 1) {
          wayOfNetworking(text);
        }
      }
      case Value.Number number -> {}
      case Value.Reference reference -> {
        Span path = reference.span();
        placeholders().check(reference.path(), path);
      }
      case Value.SecretReference secret -> {
        String name = secret.secret().text();
        if (!program.secrets().containsKey(name)) {
          report.accept(
              Unresolved.name("secret", name, secret.secret().span(), program.secrets().keySet()));
        }
      }
      case Value.From from -> text(from.path());
      case Value.KindReference device -> {
        String kind = device.kind().text();
        String name = device.name().text();
        if (!scope.has(kind, name)) {
          report.accept(Unresolved.name(kind, name, device.name().span(), scope.names(kind)));
        }
      }
    }
  }

  private void text(Value.Text text) {
    for (Value.Piece piece : text.pieces()) {
      if (piece instanceof Value.Piece.Placeholder placeholder) {
        placeholders().check(placeholder.path(), placeholder.span());
      }
    }
  }

  /** {@code "container:vpn"}, or a network's name in quotes, with options behind a colon. */
  private void wayOfNetworking(Value.Text text) {
    if (text.pieces().getFirst() instanceof Value.Piece.Literal literal) {
      String name = literal.text().split(":", 2)[0];
      if (!WAYS.contains(name)) {
        known("network", name, text.span(), NETWORKS);
      }
    }
  }

  private Placeholders placeholders() {
    return new Placeholders(program, scope, report);
  }

  private void name(Value.Bare bare, ValueType type) {
    if (type instanceof Reference reference) {
      reference(bare.word(), bare.span(), reference.to());
    } else if (type instanceof OneOf one) {
      one.types().forEach(some -> name(bare, some));
    }
  }

  private void reference(String name, Span span, To to) {
    boolean dotted = name.indexOf('.') >= 0;
    switch (to) {
      case UNIT -> {
        if (!dotted && !scope.has("unit", name)) {
          report.accept(Unresolved.unit(name, span, scope.names("unit")));
        }
      }
      case NETWORK -> known("network", name, span, NETWORKS);
      case VOLUME -> known("volume", name, span, List.of());
      case ENGINE -> known("engine", name, span, ENGINES);
      case USER, GROUP, SETTING -> {}
    }
  }

  private void known(String kind, String name, Span span, List<String> builtIn) {
    if (!scope.has(kind, name) && !builtIn.contains(name)) {
      List<String> known = new ArrayList<>(scope.names(kind));
      known.addAll(builtIn);
      report.accept(Unresolved.name(kind, name, span, known));
    }
  }
}
