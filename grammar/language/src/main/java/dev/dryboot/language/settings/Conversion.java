package dev.dryboot.language.settings;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.literal.Address;
import dev.dryboot.language.literal.Duration;
import dev.dryboot.language.literal.Literal;
import dev.dryboot.language.literal.Mode;
import dev.dryboot.language.literal.Numbers;
import dev.dryboot.language.literal.Port;
import dev.dryboot.language.literal.Rate;
import dev.dryboot.language.literal.Size;
import dev.dryboot.language.settings.ValueType.Choice;
import dev.dryboot.language.settings.ValueType.OneOf;
import dev.dryboot.language.settings.ValueType.Plain;
import dev.dryboot.language.settings.ValueType.Reference;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Suggestion;
import java.util.Optional;

/**
 * Whether a value is of a type. What holds a placeholder passes: it is looked at again when the
 * placeholder has its value.
 */
public final class Conversion {
  private Conversion() {}

  /** What is wrong with {@code value} as a {@code type}; empty when nothing is. */
  public static Report check(ValueType type, Value value) {
    return switch (value) {
      case Value.Reference reference -> Report.EMPTY;
      case Value.SecretReference secret -> special(type, value, "a secret", type == Plain.SECRET);
      case Value.From from -> special(type, value, "a file", false);
      case Value.KindReference kind -> special(type, value, "a device", type == Plain.DEVICE);
      case Value.Bare bare -> literal(type, value);
      case Value.Number number -> literal(type, value);
      case Value.Text text -> literal(type, value);
    };
  }

  private static Report special(ValueType type, Value value, String what, boolean fits) {
    boolean free =
        type == Plain.TEXT && !what.equals("a device")
            || type == Plain.ANY && !what.equals("a device");
    boolean some =
        type instanceof OneOf one
            && one.types().stream()
                .anyMatch(t -> special(t, value, what, fits(t, value)).diagnostics().isEmpty());
    return fits || free || some
        ? Report.EMPTY
        : Report.of(
            Diagnostic.error(
                LanguageRules.TYPE,
                value.span(),
                "%s stands where %s is expected".formatted(what, type.description())));
  }

  private static boolean fits(ValueType type, Value value) {
    return value instanceof Value.SecretReference && type == Plain.SECRET
        || value instanceof Value.KindReference && type == Plain.DEVICE;
  }

  private static Report literal(ValueType type, Value value) {
    Optional<Literal> literal = Literal.of(value);
    if (literal.isEmpty()) {
      return Report.EMPTY;
    }
    if (type == Plain.SECRET) {
      return Report.of(
          Diagnostic.error(
                  LanguageRules.TYPE,
                  value.span(),
                  "`%s` stands where a secret is expected".formatted(value.span().text()))
              .why("what is written here would be readable in the artifact and in the repository")
              .help("declare `secret name { env \"NAME\" }`, and write `secret name` here"));
    }
    return check(type, literal.get()).report();
  }

  private static Outcome<?> check(ValueType type, Literal literal) {
    return switch (type) {
      case Plain plain -> plain(plain, literal);
      case Choice choice -> choice(choice, literal);
      case Reference reference -> Outcome.of(literal.text());
      case OneOf one -> oneOf(one, literal);
    };
  }

  private static Outcome<?> plain(Plain plain, Literal literal) {
    return switch (plain) {
      case TEXT, WORD, DEVICE, SECRET, ANY -> Outcome.of(literal.text());
      case INTEGER -> Numbers.integer(literal);
      case DECIMAL -> Numbers.decimal(literal);
      case PERCENT -> Numbers.percent(literal);
      case BOOL -> Numbers.truth(literal);
      case MODE -> Mode.of(literal);
      case SIZE -> Size.of(literal);
      case RATE -> Rate.of(literal);
      case DURATION -> Duration.of(literal);
      case PORT -> Port.of(literal);
      case ADDRESS -> Address.of(literal);
    };
  }

  private static Outcome<String> choice(Choice choice, Literal literal) {
    String text = literal.text();
    if (choice.words().contains(text)) {
      return Outcome.of(text);
    }
    Optional<String> near = Suggestion.nearest(text, choice.words());
    Diagnostic wrong =
        Diagnostic.error(
            LanguageRules.CHOICE,
            literal.span(),
            "`%s` is not one of the words this setting knows".formatted(text));
    return Outcome.failed(
        Report.of(
            wrong.help(
                near.map(word -> "did you mean `%s`?".formatted(word))
                    .orElse("it is %s".formatted(choice.description())))));
  }

  private static Outcome<?> oneOf(OneOf one, Literal literal) {
    Outcome<?> best = Outcome.of(literal.text());
    int bestStart = -1;
    for (ValueType type : one.types()) {
      Outcome<?> outcome = check(type, literal);
      if (!outcome.report().hasErrors()) {
        return outcome;
      }
      int start = outcome.report().diagnostics().getFirst().span().orElseThrow().start();
      if (start > bestStart) {
        best = outcome;
        bestStart = start;
      }
    }
    if (bestStart > literal.span().start()) {
      return best;
    }
    return Outcome.failed(
        Report.of(
            Diagnostic.error(
                LanguageRules.TYPE,
                literal.span(),
                "`%s` is not %s".formatted(literal.text(), one.description()))));
  }
}
