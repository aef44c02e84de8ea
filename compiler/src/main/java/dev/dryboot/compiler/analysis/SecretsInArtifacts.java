package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A secret's value in an artifact must be acknowledged: every process may read user-data. */
final class SecretsInArtifacts {
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> said = new LinkedHashSet<>();

  private SecretsInArtifacts() {}

  static List<Diagnostic> check(HostModel host) {
    SecretsInArtifacts rule = new SecretsInArtifacts();
    for (var file : host.files().files()) {
      file.contents().ifPresent(rule::content);
      file.append().forEach(rule::content);
    }
    host.units().services().forEach(s -> s.unit().directives().forEach(d -> rule.text(d.value())));
    for (var container : host.units().containers()) {
      container.environment().forEach(e -> rule.text(e.value()));
      container.command().ifPresent(rule::text);
    }
    host.units().units().forEach(u -> u.contents().ifPresent(rule::text));
    host.storage().luks().forEach(l -> l.opening().key().ifPresent(rule::content));
    host.engines().registries().forEach(r -> r.password().ifPresent(rule::text));
    host.people().users().forEach(u -> u.passwordHash().ifPresent(rule::text));
    host.fragments().forEach(f -> rule.text(f.text()));
    return rule.found;
  }

  private void content(Content content) {
    if (content instanceof Content.Inline inline) {
      text(inline.text());
    }
  }

  private void text(Text text) {
    for (Text.Secret secret : text.secrets()) {
      if (said.add(secret.name() + " " + secret.origin().reason())) {
        found.add(
            Diagnostic.of(
                    ModelRules.SECRET_IN_ARTIFACT,
                    Severity.ERROR,
                    secret.origin(),
                    "the secret %s ends up in the artifact in clear".formatted(secret.name()))
                .why("any process on the machine may ask the metadata service for user-data")
                .help(
                    "keep it on the machine (secret %s { path … }), or acknowledge it here:"
                            .formatted(secret.name())
                        + " allow secret-in-artifact \"why it is safe\""));
      }
    }
  }
}
