package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Block;
import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gives values their characters: placeholders, secrets and files of the project. */
final class Evaluation {
  private final Project project;
  private final Surroundings surroundings;
  private final int replica;
  private final Function<String, Optional<Evaluation>> otherHosts;
  private final Secrets secrets;
  private final FileContents files;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<Text.Fact> facts = new LinkedHashSet<>();
  private Optional<Block> host = Optional.empty();

  Evaluation(
      Project project,
      Surroundings surroundings,
      int replica,
      Function<String, Optional<Evaluation>> otherHosts) {
    this.project = project;
    this.surroundings = surroundings;
    this.replica = replica;
    this.otherHosts = otherHosts;
    this.secrets = new Secrets(project, surroundings.secrets(), found);
    this.files = new FileContents(surroundings.files(), found);
  }

  List<Diagnostic> found() {
    return found;
  }

  /** What only the machine knows and something asked for, each at the place that asks. */
  Set<Text.Fact> facts() {
    return facts;
  }

  FileContents files() {
    return files;
  }

  /** From now on placeholders may name settings of {@code host}. */
  void know(Block block) {
    host = Optional.of(block);
    found.clear();
    facts.clear();
  }

  /** The characters of a value. */
  Text text(Value value) {
    Text text = resolved(value);
    if (open.isEmpty()) {
      facts.addAll(text.facts());
    }
    return text;
  }

  private Text resolved(Value value) {
    Origin origin = Origin.written(value.span());
    return switch (value) {
      case Value.Bare bare -> Text.of(bare.word(), origin);
      case Value.Number number -> Text.of(number.text(), origin);
      case Value.Text text -> pieces(text);
      case Value.Reference reference -> placeholder(reference.path(), reference.span());
      case Value.SecretReference secret -> secrets.value(secret.secret().text(), secret.span());
      case Value.From from -> fromFile(from);
      case Value.KindReference reference -> Text.of(reference.name().text(), origin);
    };
  }

  /** What a file shall hold. */
  Content content(Value value) {
    if (value instanceof Value.From from) {
      Text path = pieces(from.path());
      if (isUrl(path.plain())) {
        facts.addAll(path.facts());
        return new Content.Remote(path);
      }
    }
    return new Content.Inline(text(value));
  }

  private static boolean isUrl(String path) {
    return path.matches("(?i)(https?|tftp|s3|gs|arn|data):.*");
  }

  private Text fromFile(Value.From from) {
    Text path = pieces(from.path());
    if (isUrl(path.plain())) {
      found.add(
          Diagnostic.error(
                  ModelRules.FILE_MISSING,
                  from.span(),
                  "a text that is needed when compiling cannot come from a URL")
              .help("put it into a file beside this one, and name that file"));
      return Text.of("", Origin.written(from.span()));
    }
    return files.text(path.plain(), from.span());
  }

  private Text pieces(Value.Text text) {
    List<Text.Part> parts = new ArrayList<>();
    for (Value.Piece piece : text.pieces()) {
      switch (piece) {
        case Value.Piece.Literal l ->
            parts.add(new Text.Literal(l.text(), Origin.written(l.span())));
        case Value.Piece.Placeholder p -> parts.addAll(placeholder(p.path(), p.span()).parts());
      }
    }
    return new Text(parts, Origin.written(text.span()));
  }

  /** What {@code ${path}} stands for; its parts point to the placeholder. */
  private Text placeholder(String path, Span at) {
    if (!open.add(path)) {
      found.add(
          Diagnostic.error(
                  ModelRules.PLACEHOLDER_CYCLE,
                  at,
                  "${%s} leads back to itself: %s".formatted(path, String.join(", ", open)))
              .help("give one of them a value of its own"));
      return Text.of("", Origin.written(at));
    }
    Text value = lookUp(path, at);
    open.remove(path);
    Origin here = Origin.written(at);
    return new Text(value.parts().stream().map(p -> moved(p, here)).toList(), here);
  }

  private static Text.Part moved(Text.Part part, Origin here) {
    return switch (part) {
      case Text.Literal l -> new Text.Literal(l.text(), here);
      case Text.Secret s -> new Text.Secret(s.name(), s.value(), here);
      case Text.SecretPath s -> new Text.SecretPath(s.name(), s.path(), here);
      case Text.Fact f -> new Text.Fact(f.name(), here);
      case Text.Instance i -> new Text.Instance(here);
      case Text.Binary b -> new Text.Binary(b.base64(), here);
    };
  }

  private Text lookUp(String path, Span at) {
    Origin here = Origin.written(at);
    if (path.equals("replica")) {
      return Text.of("" + replica, here);
    }
    if (path.equals("instance")) {
      return new Text(List.of(new Text.Instance(here)), here);
    }
    if (path.startsWith("machine.")) {
      return new Text(List.of(new Text.Fact(path, here)), here);
    }
    if (path.startsWith("secret.")) {
      return secrets.value(path.substring("secret.".length()), at);
    }
    if (path.startsWith("host.")) {
      return ofOtherHost(path, at);
    }
    return parameter(path, at)
        .or(() -> let(path))
        .or(() -> setting(path))
        .orElseGet(() -> unknown(path, at));
  }

  private Optional<Text> parameter(String name, Span at) {
    Optional<BootFile.Param> param = project.param(name);
    if (param.isEmpty()) {
      return Optional.empty();
    }
    String given = surroundings.parameters().get(name);
    if (given != null) {
      return Optional.of(Text.of(given, Origin.written(at)));
    }
    if (param.get().value().isPresent()) {
      return param.get().value().map(this::text);
    }
    if (surroundings.secrets().placeholders()) {
      return Optional.of(Text.of(name, Origin.written(at)));
    }
    found.add(
        Diagnostic.error(
                ModelRules.PARAMETER_MISSING, at, "the parameter %s has no value".formatted(name))
            .related(param.get().span(), "declared here, without a default")
            .help("give one with --param %s=…, or give the declaration a default".formatted(name)));
    return Optional.of(Text.of("", Origin.written(at)));
  }

  private Optional<Text> let(String name) {
    return project.let(name).map(l -> text(l.value()));
  }

  private Optional<Text> setting(String path) {
    int first = path.indexOf('.');
    int last = path.lastIndexOf('.');
    if (host.isEmpty()) {
      return Optional.empty();
    }
    Optional<Block> block =
        first < 0
            ? host
            : first == last
                ? Optional.empty()
                : Optional.ofNullable(
                    host.get()
                        .blocks(path.substring(0, first))
                        .get(path.substring(first + 1, last)));
    String word = path.substring(last + 1);
    return block
        .flatMap(b -> b.entries(word).stream().findFirst())
        .flatMap(Effective.Entry::item)
        .map(item -> text(item.first()))
        .map(
            t -> word.equals("address") ? t.mapCharacters(a -> a.replaceFirst("/[0-9]+$", "")) : t);
  }

  private Text ofOtherHost(String path, Span at) {
    String rest = path.substring("host.".length());
    int dot = rest.indexOf('.');
    if (dot > 0) {
      Optional<Text> value =
          otherHosts.apply(rest.substring(0, dot)).flatMap(o -> o.setting(rest.substring(dot + 1)));
      if (value.isPresent()) {
        return value.get();
      }
    }
    return unknown(path, at);
  }

  private Text unknown(String path, Span at) {
    found.add(
        Diagnostic.error(
                ModelRules.UNKNOWN_PLACEHOLDER, at, "nothing gives ${%s} a value".formatted(path))
            .help(
                "declare it with let or param, set what it names, or write \\${%s} for the"
                        .formatted(path)
                    + " characters themselves"));
    return Text.of("", Origin.written(at));
  }
}
