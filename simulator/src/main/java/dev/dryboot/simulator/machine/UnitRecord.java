package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A unit (or a service of another init system) as its manager had loaded it: what rules read beside
 * the trace.
 *
 * @param name such as {@code web.service}
 * @param aliases other names of it
 * @param load {@code loaded}, {@code not-found}, {@code masked}, {@code bad-setting}, {@code error}
 * @param fileState as {@code systemctl is-enabled} says it: {@code enabled}, {@code static}, …
 * @param active as it was when the boot was over
 * @param sub as it was when the boot was over
 * @param result as it was when the boot was over
 * @param texts its unit file and drop-ins, in the order in which they are read
 * @param settings all that they say, in order; an empty value resets a list
 * @param edges its dependencies, implicit and default ones included
 * @param commands what it runs
 */
public record UnitRecord(
    String name,
    List<String> aliases,
    String load,
    String fileState,
    String active,
    String sub,
    String result,
    List<SourceText> texts,
    List<Setting> settings,
    List<Edge> edges,
    List<Command> commands) {
  public UnitRecord {
    aliases = List.copyOf(aliases);
    texts = List.copyOf(texts);
    settings = List.copyOf(settings);
    edges = List.copyOf(edges);
    commands = List.copyOf(commands);
  }

  /** A line such as {@code Restart=always} of section {@code Service}. */
  public record Setting(String section, String name, String value, Span span) {}

  /**
   * A dependency.
   *
   * @param kind {@code Requires}, {@code Wants}, {@code After}, …
   * @param to the other unit
   * @param written where it was written; empty for implicit ones and links in directories
   */
  public record Edge(String kind, String to, Optional<Span> written) {}

  /**
   * A command.
   *
   * @param role {@code ExecStart}, {@code ExecStartPre}, …
   * @param ignoreFailure whether it has the prefix {@code -}
   */
  public record Command(
      String role, List<String> argv, boolean ignoreFailure, Optional<Span> written) {
    public Command {
      argv = List.copyOf(argv);
    }
  }

  /** The last value of a setting. */
  public Optional<Setting> last(String section, String name) {
    return settings.stream()
        .filter(s -> s.section().equals(section) && s.name().equals(name))
        .reduce((a, b) -> b);
  }

  public List<Edge> edges(String kind) {
    return edges.stream().filter(e -> e.kind().equals(kind)).toList();
  }
}
