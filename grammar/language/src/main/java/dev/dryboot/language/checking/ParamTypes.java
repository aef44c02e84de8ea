package dev.dryboot.language.checking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.Conversion;
import dev.dryboot.language.settings.ValueType;
import dev.dryboot.language.settings.ValueType.Plain;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The types that a {@code param} may have. */
public final class ParamTypes {
  private static final Map<String, ValueType> TYPES = types();

  private ParamTypes() {}

  private static Map<String, ValueType> types() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    types.put("text", Plain.TEXT);
    types.put("path", Plain.TEXT);
    types.put("word", Plain.WORD);
    types.put("int", Plain.INTEGER);
    types.put("bool", Plain.BOOL);
    types.put("percent", Plain.PERCENT);
    types.put("mode", Plain.MODE);
    types.put("size", Plain.SIZE);
    types.put("rate", Plain.RATE);
    types.put("duration", Plain.DURATION);
    types.put("port", Plain.PORT);
    types.put("address", Plain.ADDRESS);
    return types;
  }

  static void check(BootFile.Param param, Consumer<Diagnostic> report) {
    ValueType type = TYPES.get(param.type().text());
    if (type == null) {
      report.accept(
          Diagnostic.error(
                  LanguageRules.CHOICE,
                  param.type().span(),
                  "`%s` is not a type of parameters".formatted(param.type().text()))
              .help(
                  Suggestion.nearest(param.type().text(), TYPES.keySet())
                      .map(near -> "did you mean `%s`?".formatted(near))
                      .orElse("types are " + String.join(", ", TYPES.keySet()))));
      return;
    }
    param.value().ifPresent(v -> Conversion.check(type, v).diagnostics().forEach(report));
  }
}
