package dev.dryboot.language.checking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to say of a word that a block does not know. */
final class UnknownWords {
  /** The things with names, which are no settings. */
  static final List<String> KINDS =
      List.of(
          "user",
          "group",
          "disk",
          "raid",
          "luks",
          "filesystem",
          "swap",
          "network",
          "volume",
          "service",
          "container");

  private static final List<String> HOST_WORDS =
      List.of("defaults", "raw", "remove", "allow", "when");

  /** Words of other tools for what is here called otherwise. */
  private static final Map<String, List<String>> SLIPS = slips();

  private UnknownWords() {}

  private static Map<String, List<String>> slips() {
    Map<String, List<String>> slips = new LinkedHashMap<>();
    slips.put("env", List.of("environment"));
    slips.put("environment", List.of("env"));
    slips.put("env-file", List.of("environment-file"));
    slips.put("environment-file", List.of("env-file"));
    slips.put("ports", List.of("publish"));
    slips.put("port", List.of("publish"));
    slips.put("expose-port", List.of("publish"));
    slips.put("volumes", List.of("volume"));
    slips.put("mounts", List.of("volume"));
    slips.put("depends-on", List.of("requires"));
    slips.put("run", List.of("exec-start", "command"));
    slips.put("exec", List.of("exec-start", "command"));
    slips.put("command", List.of("exec-start"));
    slips.put("cmd", List.of("command"));
    slips.put("exec-start", List.of("command"));
    slips.put("timeout", List.of("timeout-start-sec"));
    slips.put("memory-limit", List.of("memory"));
    slips.put("memory-max", List.of("memory"));
    slips.put("memory", List.of("memory-max"));
    slips.put("owner", List.of("user"));
    slips.put("permissions", List.of("mode"));
    slips.put("content", List.of("contents"));
    slips.put("source", List.of("contents"));
    slips.put("name", List.of("hostname"));
    slips.put("ssh-keys", List.of("ssh-authorized-keys"));
    slips.put("keys", List.of("ssh-authorized-keys"));
    slips.put("mount", List.of("path"));
    slips.put("mountpoint", List.of("path"));
    slips.put("mount-point", List.of("path"));
    slips.put("type", List.of("format"));
    slips.put("fstype", List.of("format"));
    slips.put("labels", List.of("label"));
    slips.put("networks", List.of("network"));
    slips.put("packages-install", List.of("packages"));
    slips.put("services", List.of("service"));
    slips.put("kernel-modules", List.of("modules"));
    slips.put("mtu", List.of("mtu-bytes"));
    slips.put("install", List.of("wanted-by"));
    slips.put("tag", List.of("image"));
    slips.put("restart-policy", List.of("restart"));
    slips.put("working-dir", List.of("workdir", "working-directory"));
    slips.put("users", List.of("user"));
    slips.put("files", List.of("file"));
    slips.put("write-files", List.of("file"));
    slips.put("runcmd", List.of("service"));
    slips.put("storage", List.of("file"));
    slips.put("systemd", List.of("service"));
    slips.put("units", List.of("unit"));
    slips.put("containers", List.of("container"));
    slips.put("public-keys", List.of("ssh-authorized-keys"));
    return slips;
  }

  static Diagnostic setting(Word word, BlockKind kind) {
    String text = word.text();
    Set<String> known = new LinkedHashSet<>(Settings.of(kind).words());
    if (kind == BlockKind.HOST) {
      known.addAll(KINDS);
      known.addAll(HOST_WORDS);
    }
    if (kind == BlockKind.DISK) {
      known.add("partition");
    }
    Optional<String> meant =
        SLIPS.getOrDefault(text.toLowerCase(Locale.ROOT).replace('_', '-'), List.of()).stream()
            .filter(known::contains)
            .findFirst()
            .or(() -> Suggestion.nearest(text, known));
    Diagnostic unknown =
        Diagnostic.error(
            LanguageRules.UNKNOWN_SETTING,
            word.span(),
            "`%s` is not a setting of %s".formatted(text, article(kind)));
    if (meant.isPresent()) {
      return unknown.help("did you mean `%s`?".formatted(meant.get()));
    }
    List<String> homes = homes(text);
    return homes.isEmpty()
        ? unknown.help("see the reference for the words that %s knows".formatted(article(kind)))
        : new Diagnostic(
            LanguageRules.MISPLACED_SETTING,
            unknown.severity(),
            unknown.message(),
            unknown.span(),
            List.of(),
            "",
            "it belongs in %s".formatted(String.join(", or ", homes)));
  }

  /** What to say of the kind in {@code remove kind name}, if it is none. */
  static Optional<Diagnostic> kind(Word word) {
    List<String> known = new ArrayList<>(KINDS);
    known.addAll(Settings.of(BlockKind.HOST).words());
    if (known.contains(word.text())) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                LanguageRules.UNKNOWN_WORD,
                word.span(),
                "`%s` is not a kind of thing that can be removed".formatted(word.text()))
            .help(
                Suggestion.nearest(word.text(), known)
                    .map(near -> "did you mean `%s`?".formatted(near))
                    .orElse("write the kind and the name of a thing: `remove container debug`")));
  }

  /** The blocks that know the word, three at most. */
  private static List<String> homes(String word) {
    Set<String> homes = new LinkedHashSet<>();
    for (BlockKind kind : BlockKind.values()) {
      Optional<Setting> setting = Settings.of(kind).find(word);
      if (setting.isPresent() && homes.size() < 3) {
        homes.add(article(kind));
      }
    }
    if (KINDS.contains(word)) {
      homes.add(article(BlockKind.HOST));
    }
    if (word.equals("partition")) {
      homes.add(article(BlockKind.DISK));
    }
    return List.copyOf(homes);
  }

  private static String article(BlockKind kind) {
    String word = kind == BlockKind.MOUNT ? "volume" : kind.word();
    boolean vowel = "aeiou".indexOf(word.charAt(0)) >= 0 && !word.startsWith("u");
    return switch (kind) {
      case UPDATES, KERNEL_ARGUMENTS -> "`%s`".formatted(word);
      default -> (vowel ? "an " : "a ") + word;
    };
  }
}
