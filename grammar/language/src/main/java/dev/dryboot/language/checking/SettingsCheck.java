package dev.dryboot.language.checking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Conversion;
import dev.dryboot.language.settings.HostKinds;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.settings.ValueType;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the settings of a file with their table. */
public final class SettingsCheck {
  private final Consumer<Diagnostic> report;

  public SettingsCheck(Consumer<Diagnostic> report) {
    this.report = report;
  }

  public void check(BootFile file) {
    for (BootFile.Declaration declaration : file.declarations()) {
      switch (declaration) {
        case BootFile.Host host -> members(host.members(), BlockKind.HOST);
        case BootFile.Profile profile -> members(profile.members(), BlockKind.HOST);
        case BootFile.Secret secret -> members(secret.members(), BlockKind.SECRET);
        case BootFile.Fleet fleet -> members(fleet.members(), BlockKind.FLEET);
        case BootFile.Scenario scenario -> members(scenario.members(), BlockKind.SCENARIO);
        case BootFile.Param param -> ParamTypes.check(param, report);
        case BootFile.Let let -> {}
      }
    }
  }

  private void members(List<Member> members, BlockKind kind) {
    Optional<Member.Setting> before = Optional.empty();
    for (Member member : members) {
      switch (member) {
        case Member.Setting setting -> {
          setting(setting, before, kind);
          before = Optional.of(setting);
        }
        case Member.Block block ->
            members(block.members(), HostKinds.named(block.kind().text()).orElseThrow());
        case Member.When when -> members(when.members(), kind);
        case Member.Defaults defaults ->
            members(defaults.members(), HostKinds.named(defaults.kind().text()).orElseThrow());
        case Member.Clear clear -> {
          if (Settings.of(kind).find(clear.setting().text()).isEmpty()) {
            report.accept(UnknownWords.setting(clear.setting(), kind));
          }
        }
        case Member.Remove remove -> UnknownWords.kind(remove.kind()).ifPresent(report);
        case Member.Raw raw -> {}
        case Member.Allow allow -> {}
      }
    }
  }

  private void setting(Member.Setting written, Optional<Member.Setting> before, BlockKind kind) {
    Optional<Setting> found = Settings.of(kind).find(written.word().text());
    if (found.isEmpty()) {
      report.accept(
          before
              .flatMap(b -> UnquotedWords.across(b, written, kind))
              .orElseGet(() -> UnknownWords.setting(written.word(), kind)));
      return;
    }
    Setting setting = found.get();
    if (shape(written, setting)) {
      for (Member.Item item : written.items()) {
        item(item, setting);
      }
    }
    written.body().ifPresent(body -> setting.body().ifPresent(inner -> members(body, inner)));
  }

  /** Whether the setting has the number of values, and the braces, that it should have. */
  private boolean shape(Member.Setting written, Setting setting) {
    String word = setting.word();
    Span at = written.word().span();
    if (written.body().isPresent() && setting.body().isEmpty()) {
      wrong(LanguageRules.SHAPE, at, "`%s` has no braces".formatted(word), form(setting));
      return false;
    }
    if (written.body().isEmpty() && setting.bodyNeeded()) {
      wrong(LanguageRules.SHAPE, at, "`%s` needs braces".formatted(word), form(setting));
      return false;
    }
    if (setting.values().isEmpty() && !written.items().isEmpty()) {
      Span extra = written.items().getFirst().span();
      wrong(LanguageRules.ARITY, extra, "`%s` takes no value".formatted(word), form(setting));
      return false;
    }
    if (!setting.values().isEmpty() && written.items().isEmpty()) {
      wrong(LanguageRules.ARITY, at, "`%s` has no value".formatted(word), form(setting));
      return false;
    }
    if (!setting.repeats() && written.items().size() > 1) {
      Span second = written.items().get(1).span();
      wrong(LanguageRules.ARITY, second, "`%s` takes one value".formatted(word), form(setting));
    }
    return true;
  }

  private void item(Member.Item item, Setting setting) {
    Setting.Shape wanted = setting.shape();
    boolean fits =
        switch (item.shape()) {
          case SINGLE -> wanted == Setting.Shape.SINGLE || setting.lone();
          case EQUALS -> wanted == Setting.Shape.EQUALS;
          case ARROW -> wanted == Setting.Shape.ARROW;
          case VERSION -> true;
        };
    if (!fits) {
      String message =
          switch (item.shape()) {
            case EQUALS -> "`%s` has no `=`".formatted(setting.word());
            case ARROW -> "`%s` has no `->`".formatted(setting.word());
            case SINGLE, VERSION ->
                "`%s` needs `%s`"
                    .formatted(setting.word(), wanted == Setting.Shape.ARROW ? "->" : "=");
          };
      String written = text(item.span());
      boolean docker = wanted == Setting.Shape.ARROW && written.matches("\"?[^:\"]+:[^:\"]+\"?");
      wrong(
          LanguageRules.SHAPE,
          item.span(),
          message,
          docker
              ? setting.word() + " " + written.replace("\"", "").replace(":", " -> ")
              : form(setting));
      return;
    }
    if (item.shape() == Member.Shape.VERSION) {
      return;
    }
    boolean lone = item.shape() == Member.Shape.SINGLE && wanted == Setting.Shape.EQUALS;
    ValueType first = lone ? ValueType.Plain.ANY : setting.values().getFirst();
    Conversion.check(first, item.first()).diagnostics().forEach(report);
    item.second()
        .ifPresent(
            second ->
                Conversion.check(setting.values().getLast(), second).diagnostics().forEach(report));
  }

  private static String text(Span span) {
    return span.source().text().substring(span.start(), span.end());
  }

  private void wrong(dev.dryboot.source.Rule rule, Span at, String message, String form) {
    report.accept(Diagnostic.error(rule, at, message).help("it is written `" + form + "`"));
  }

  /** How the setting is written, in a line. */
  private static String form(Setting setting) {
    StringBuilder form = new StringBuilder(setting.word());
    switch (setting.shape()) {
      case NONE -> {}
      case SINGLE -> form.append(" …");
      case EQUALS -> form.append(" key = …");
      case ARROW -> form.append(" … -> …");
    }
    if (setting.repeats() && setting.shape() != Setting.Shape.NONE) {
      form.append(", …");
    }
    if (setting.body().isPresent()) {
      form.append(setting.bodyNeeded() ? " { … }" : " [{ … }]");
    }
    return form.toString();
  }
}
