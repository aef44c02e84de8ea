package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks each secret's provider for its value. */
final class Secrets {
  private final Project project;
  private final SecretSource source;
  private final List<Diagnostic> found;
  private final Set<String> reported = new LinkedHashSet<>();

  Secrets(Project project, SecretSource source, List<Diagnostic> found) {
    this.project = project;
    this.source = source;
    this.found = found;
  }

  Text value(String name, Span at) {
    Origin here = Origin.written(at);
    Optional<BootFile.Secret> secret = project.secret(name);
    if (secret.isEmpty()) {
      found.add(
          Diagnostic.error(ModelRules.SECRET_MISSING, at, "there is no secret %s".formatted(name)));
      return Text.of("", here);
    }
    for (Member member : secret.get().members()) {
      if (member instanceof Member.Setting setting && !setting.items().isEmpty()) {
        String provider = setting.word().text();
        String key = Layers.Words.of(setting.items().getFirst().first());
        return provider.equals("path") || provider.equals("machine")
            ? new Text(List.of(new Text.SecretPath(name, key, here)), here)
            : given(secret.get(), provider, key, here);
      }
    }
    found.add(
        Diagnostic.error(
                ModelRules.SECRET_MISSING, at, "the secret %s names no provider".formatted(name))
            .related(secret.get().span(), "declared here")
            .help("say env, file or path in its declaration"));
    return Text.of("", here);
  }

  private Text given(BootFile.Secret secret, String provider, String key, Origin here) {
    String name = secret.name().text();
    Optional<String> value = source.value(provider, key, secret.name().span().source().name());
    if (value.isEmpty() && !source.placeholders() && reported.add(name)) {
      found.add(
          Diagnostic.error(
                  ModelRules.SECRET_MISSING,
                  secret.span(),
                  "the secret %s has no value: there is no %s %s"
                      .formatted(name, provider.equals("env") ? "variable" : "file", key))
              .why("the artifact would hold an empty one")
              .help("provide it; dryboot boot does not need it"));
    }
    String characters = value.map(v -> v.replaceAll("\\R$", "")).orElse("secret-" + name);
    return new Text(List.of(new Text.Secret(name, characters, here)), here);
  }
}
