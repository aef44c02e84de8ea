package dev.dryboot.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.language.BootLanguage;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** A text with a host {@code h}, and what is found in it as {@code CODE:line}. */
record ModelCase(String name, String text, List<String> found) {
  static final BootLanguage LANGUAGE = BootLanguage.create();

  static ModelCase finds(String name, String text, String... found) {
    return new ModelCase(name, text, List.of(found));
  }

  static ModelCase fine(String name, String text) {
    return new ModelCase(name, text, List.of());
  }

  static String host(String... lines) {
    return "host h {\n" + String.join("\n", lines) + "\n}\n";
  }

  void check() {
    assertThat(found(text).stream().map(ModelCase::place).toList())
        .as(() -> found(text).toString())
        .isEqualTo(found);
  }

  static String place(Diagnostic diagnostic) {
    return diagnostic.rule().code() + ":" + diagnostic.span().map(s -> s.from().line()).orElse(0);
  }

  /** What is found in the host {@code h} of {@code text} for ubuntu. */
  static List<Diagnostic> found(String text) {
    var file = LANGUAGE.parse(SourceText.of("t.boot", text));
    assertThat(file.value()).as(() -> file.report().diagnostics().toString()).isPresent();
    return new Resolver(new Project(List.of(file.value().orElseThrow())), Surroundings.NONE)
        .resolve("h", new TargetChoice("ubuntu", Optional.empty(), Origin.builtIn("test")), 1)
        .report()
        .diagnostics();
  }

  @Override
  public String toString() {
    return name;
  }
}
