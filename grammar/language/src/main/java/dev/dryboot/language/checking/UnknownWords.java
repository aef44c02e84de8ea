package dev.dryboot.language.checking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.HostKinds;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What to say of a word that a block does not know. */
final class UnknownWords {
  private UnknownWords() {}

  static Diagnostic setting(Word word, BlockKind kind) {
    String text = word.text();
    String spelled = text.toLowerCase(Locale.ROOT).replace('_', '-');
    Set<String> known = new LinkedHashSet<>(Settings.of(kind).words());
    if (kind == BlockKind.HOST) {
      known.addAll(HostKinds.NAMED);
      known.addAll(HostKinds.SENTENCES);
    }
    if (kind == BlockKind.DISK) {
      known.add("partition");
    }
    Optional<String> meant =
        WordsOfOthers.meaning(spelled).stream()
            .filter(known::contains)
            .findFirst()
            .or(() -> Suggestion.nearest(text, known));
    Diagnostic unknown =
        Diagnostic.error(
            LanguageRules.UNKNOWN_SETTING,
            word.span(),
            "`%s` is not a setting of %s".formatted(text, article(kind)));
    Optional<String> sentence =
        kind == BlockKind.HOST ? WordsOfOthers.inHosts(spelled) : Optional.empty();
    if (sentence.isPresent()) {
      return unknown.help(sentence.get());
    }
    if (meant.isPresent()) {
      return unknown.help("did you mean `%s`?".formatted(meant.get()));
    }
    List<String> homes = homes(spelled);
    return homes.isEmpty()
        ? unknown.help("see the reference for the words that %s knows".formatted(article(kind)))
        : misplaced(unknown, text.equals(spelled) ? "it" : "`" + spelled + "`", homes);
  }

  private static Diagnostic misplaced(Diagnostic unknown, String what, List<String> homes) {
    return new Diagnostic(
        LanguageRules.MISPLACED_SETTING,
        unknown.severity(),
        unknown.message(),
        unknown.span(),
        List.of(),
        "",
        "%s belongs in %s".formatted(what, String.join(", or ", homes)));
  }

  /** What to say of the kind in {@code remove kind name}, if it is none. */
  static Optional<Diagnostic> kind(Word word) {
    List<String> known = new ArrayList<>(HostKinds.NAMED);
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
    if (HostKinds.NAMED.contains(word)) {
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
