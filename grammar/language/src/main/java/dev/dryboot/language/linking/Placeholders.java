package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks up what {@code ${…}} holds. */
record Placeholders(BootProgram program, Scope scope, Consumer<Diagnostic> report) {
  /** What the compiler knows of each machine of a fleet, and of each of a container's replicas. */
  public static final List<String> COUNTERS = List.of("replica", "instance");

  /** What only the machine knows, and tells at boot. */
  public static final List<String> FACTS =
      List.of(
          "private-ipv4",
          "private-ipv6",
          "public-ipv4",
          "public-ipv6",
          "hostname",
          "instance-id",
          "instance-type",
          "region",
          "zone",
          "machine-id",
          "boot-id",
          "architecture");

  void check(String path, Span span) {
    String[] parts = path.split("\\.");
    String rest = parts.length > 1 ? path.substring(parts[0].length() + 1) : "";
    boolean known =
        switch (parts[0]) {
          case "machine" -> one("fact of the machine", rest, span, FACTS);
          case "secret" -> one("secret", rest, span, program.secrets().keySet());
          case "host" -> parts.length > 2 && one("host", parts[1], span, program.hosts().keySet());
          default -> parts.length == 1 ? plain(path) : setting(parts);
        };
    if (!known) {
      report.accept(unknown(path, span));
    }
  }

  /** Reports a name that is none of {@code names}; always true, since nothing more is to say. */
  private boolean one(String what, String name, Span span, java.util.Collection<String> names) {
    if (!names.contains(name)) {
      report.accept(Unresolved.name(what, name, span, names));
    }
    return true;
  }

  private boolean plain(String name) {
    return program.params().containsKey(name)
        || program.lets().containsKey(name)
        || COUNTERS.contains(name)
        || Settings.of(BlockKind.HOST).find(name).isPresent();
  }

  /**
   * {@code kind.name.setting}, {@code kind.setting}, or a key such as {@code sysctl.vm.swappiness}.
   */
  private boolean setting(String[] parts) {
    boolean named = scope.has(parts[0], parts[1]);
    boolean block = Settings.of(BlockKind.HOST).find(parts[0]).isPresent();
    return named || block && parts.length == 2 && !parts[0].equals("interface");
  }

  private Diagnostic unknown(String path, Span span) {
    Set<String> known = new LinkedHashSet<>(program.params().keySet());
    known.addAll(program.lets().keySet());
    known.addAll(COUNTERS);
    known.addAll(List.of("hostname", "timezone", "locale"));
    FACTS.forEach(fact -> known.add("machine." + fact));
    program.secrets().keySet().forEach(name -> known.add("secret." + name));
    List<String> candidates = new ArrayList<>(known);
    String shell = "write `\\${%s}` for these characters themselves".formatted(path);
    return Diagnostic.error(
            LanguageRules.PLACEHOLDER, span, "nothing is called `%s` here".formatted(path))
        .help(
            Optional.of("secret." + path)
                .filter(known::contains)
                .or(() -> Suggestion.nearest(path, candidates))
                .map(near -> "did you mean `${%s}`? Else %s".formatted(near, shell))
                .orElse(shell));
  }
}
