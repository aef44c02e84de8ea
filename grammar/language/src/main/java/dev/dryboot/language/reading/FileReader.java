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
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;

/** Reads one file: parses it, mends what is wrong to find the next mistake, and lowers it. */
public final class FileReader {
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
    List<Diagnostic> found = new ArrayList<>();
    Repairs repairs = new Repairs(source.text());
    IParseResult result = parser.parse(new StringReader(repairs.text()));
    if (result.hasSyntaxErrors()) {
      for (INode node : result.getSyntaxErrors()) {
        found.add(
            Diagnostic.error(
                LanguageRules.SYNTAX,
                new Places(source, repairs).span(node),
                node.getSyntaxErrorMessage().getMessage()));
      }
      return Outcome.failed(new Report(found));
    }
    Places places = new Places(source, repairs);
    BootFile file =
        new FileLowering(places, found::add)
            .file((dev.dryboot.language.dsl.boot.BootFile) result.getRootASTElement());
    return Outcome.of(file, new Report(found));
  }
}
