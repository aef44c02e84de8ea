package dev.dryboot.compiler.analysis;

import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the language's table says of a word. */
final class Words {
  /** Relations between units, in the order an expert writes them. */
  static final List<String> EDGES =
      List.of(
          "requires",
          "requisite",
          "binds-to",
          "wants",
          "upholds",
          "part-of",
          "conflicts",
          "after",
          "before",
          "wanted-by",
          "required-by");

  private static final Map<String, List<BlockKind>> BY_WORD =
      Arrays.stream(BlockKind.values()).collect(Collectors.groupingBy(BlockKind::word));

  private Words() {}

  /** The row for {@code word} in a block that is called {@code kind}. */
  static Optional<Setting> find(String kind, String word) {
    for (BlockKind one : BY_WORD.getOrDefault(kind, List.of())) {
      Optional<Setting> row = Settings.of(one).find(word);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /** systemd's name for a word of a service, container, timer or socket. */
  static String directive(String kind, String word) {
    return find(kind, word).map(Setting::directive).orElse(word);
  }

  /** The section that a word belongs to; that of the block where the table has none. */
  static String section(String kind, String word, String usual) {
    return find(kind, word).flatMap(Setting::section).orElse(usual);
  }

  /** Whether a word of a container is an option of {@code docker run}. */
  static boolean isRunOption(String word) {
    return find("container", word)
        .map(
            s ->
                s.section().isEmpty()
                    && (s.source() == Setting.Source.DOCKER_RUN
                        || s.source() == Setting.Source.QUADLET))
        .orElse(false);
  }
}
