package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;

/** Reads one file: parses it, mends what is wrong to find the next mistake, and lowers it. */
public final class FileReader {
  /** How deep braces may be nested. The language itself needs five levels. */
  static final int MAX_DEPTH = 32;

  private static final int MOST_CONTROLS = 20;

  /** A key of YAML as the first thing in a file, and no word of the language. */
  private static final Pattern YAML =
      Pattern.compile(
          "\\A(?:\\s|#.*\\n|---\\n)*"
              + "((?!host|profile|import|param|let|secret|fleet|scenario)[a-z_]+):(?:\\s|$)");

  private final GrammarParser parser;

  private FileReader(GrammarParser parser) {
    this.parser = parser;
  }

  /** Loads the grammar; a reader serves any number of files. */
  public static FileReader create() {
    return new FileReader(GrammarParser.create());
  }

  /** The file's syntax; no value where it could not be made sense of. */
  public Outcome<BootFile> read(SourceText source) {
    Optional<Diagnostic> given = tooDeep(source).or(() -> yaml(source));
    if (given.isPresent()) {
      return Outcome.failed(Report.of(given.get()));
    }
    Repairs repairs = new Repairs(source.text());
    IParseResult result = parse(repairs);
    List<Diagnostic> found = new ArrayList<>(controls(source));
    if (result.hasSyntaxErrors()) {
      Mending mending = new Mending(source, repairs, found::add);
      mending.mend();
      result = parse(repairs);
      for (int i = 0; i < mending.limit && result.hasSyntaxErrors(); i++) {
        complaint(result, mending);
        result = parse(repairs);
      }
    }
    if (result.hasSyntaxErrors()) {
      return Outcome.failed(new Report(found));
    }
    BootFile file =
        new FileLowering(new Places(source, repairs), found::add)
            .file((dev.dryboot.language.dsl.boot.BootFile) result.getRootASTElement());
    return Outcome.of(file, new Report(found));
  }

  private IParseResult parse(Repairs repairs) {
    return parser.parse(new StringReader(repairs.text()));
  }

  private static void complaint(IParseResult result, Mending mending) {
    INode first = result.getSyntaxErrors().iterator().next();
    for (INode node : result.getSyntaxErrors()) {
      first = node.getOffset() < first.getOffset() ? node : first;
    }
    String message = first.getSyntaxErrorMessage().getMessage();
    new SyntaxMessages(mending).mend(first.getOffset(), message);
  }

  /** A whole document of another kind, of which each line would be a mistake. */
  private static Optional<Diagnostic> yaml(SourceText source) {
    Matcher key = YAML.matcher(source.text());
    return key.find()
        ? Optional.of(
            Diagnostic.error(
                    LanguageRules.UNKNOWN_WORD,
                    source.span(key.start(1), key.end(1)),
                    "this is YAML, as Butane, compose or cloud-init write it")
                .help(
                    "a file of the language says `host name { … }`: `dryboot init` writes a first"
                        + " one"))
        : Optional.empty();
  }

  /** Control characters inside of texts, where the grammar takes any. */
  private static List<Diagnostic> controls(SourceText source) {
    if (source.text().chars().noneMatch(FileReader::isControl)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Token token : Scanner.code(source.text())) {
      boolean text = token.is(Token.Kind.TEXT) || token.is(Token.Kind.BLOCK);
      for (int i = 0; text && i < token.text().length() && found.size() < MOST_CONTROLS; i++) {
        if (isControl(token.text().charAt(i))) {
          int at = token.start() + i;
          found.add(
              Diagnostic.error(
                      LanguageRules.STRAY_CHARACTER,
                      source.span(at, at + 1),
                      "the control character U+%04X stands in a text"
                          .formatted((int) token.text().charAt(i)))
                  .help("take it out; a file of bytes is brought along with `from`"));
        }
      }
    }
    return found;
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f;
  }

  private static Optional<Diagnostic> tooDeep(SourceText source) {
    if (depth(source.text()) <= MAX_DEPTH) {
      return Optional.empty();
    }
    int depth = 0;
    for (Token token : Scanner.code(source.text())) {
      depth += token.is(Token.Kind.OPEN) ? 1 : token.is(Token.Kind.CLOSE) ? -1 : 0;
      if (depth > MAX_DEPTH) {
        return Optional.of(
            Diagnostic.error(
                    LanguageRules.TOO_DEEP,
                    source.span(token.start(), token.end()),
                    "braces are nested more than %d deep here".formatted(MAX_DEPTH))
                .help("close what is open, or look for a `}` that is missing above"));
      }
    }
    return Optional.empty();
  }

  /** The deepest nesting, counting braces in texts and comments too. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return deepest;
  }
}
