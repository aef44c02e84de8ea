package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret that stays on the machine where its value itself is asked for: what is written there
 * would be its path.
 */
final class SecretPathsAsValues {
  private final List<Diagnostic> found = new ArrayList<>();

  private SecretPathsAsValues() {}

  static List<Diagnostic> check(HostModel host) {
    SecretPathsAsValues rule = new SecretPathsAsValues();
    host.storage()
        .luks()
        .forEach(
            l ->
                l.opening()
                    .key()
                    .filter(Content.Inline.class::isInstance)
                    .ifPresent(k -> rule.text("a key", ((Content.Inline) k).text())));
    host.engines()
        .registries()
        .forEach(r -> r.password().ifPresent(p -> rule.text("a password", p)));
    host.people()
        .users()
        .forEach(u -> u.passwordHash().ifPresent(p -> rule.text("a password's hash", p)));
    return rule.found;
  }

  private void text(String what, Text text) {
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.SecretPath secret) {
        found.add(
            Diagnostic.of(
                    ModelRules.SECRET_PATH_AS_VALUE,
                    Severity.ERROR,
                    secret.origin(),
                    "the secret %s stays on the machine, and %s has to be in the artifact"
                        .formatted(secret.name(), what))
                .why("the text %s would be taken for it".formatted(secret.path()))
                .help("let the secret come from env or file"));
      }
    }
  }
}
