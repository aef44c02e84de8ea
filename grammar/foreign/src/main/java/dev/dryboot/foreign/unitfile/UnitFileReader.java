package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads unit files, as well as the quadlet and network files that share their form, the way systemd
 * does (systemd 257, conf-parser.c: config_parse() and parse_line()). Takes every text; what is
 * neither header nor assignment becomes a {@link StrayLine}.
 */
public final class UnitFileReader {
  /** LONG_LINE_MAX of systemd, in bytes. */
  private static final int LONGEST_LINE = 1024 * 1024;

  private final SourceText source;
  private final List<Section> sections = new ArrayList<>();
  private final List<StrayLine> strays = new ArrayList<>();
  private List<Directive> directives = new ArrayList<>();
  private String section = "";
  private @Nullable Span header;

  private UnitFileReader(SourceText source) {
    this.source = source;
  }

  /** Reads {@code source}. Never fails. */
  public static UnitFile read(SourceText source) {
    return new UnitFileReader(source).file();
  }

  private UnitFile file() {
    if (source.text().length() > LONGEST_LINE) {
      LongLine.first(source, LONGEST_LINE)
          .ifPresent(span -> strays.add(new StrayLine(StrayLine.Kind.TOO_LONG, span)));
    }
    if (strays.isEmpty()) {
      for (UnitFileParser.LineContext line : parser().file().line()) {
        if (!line(line)) {
          break;
        }
      }
    }
    closeSection();
    return new UnitFile(source, sections, strays);
  }

  private UnitFileParser parser() {
    var lexer = new UnitFileLexer(new UnitCharStream(source.name(), source.text()));
    lexer.removeErrorListeners();
    var parser = new UnitFileParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }

  /** Whether reading goes on behind {@code line}. */
  private boolean line(UnitFileParser.LineContext line) {
    if (line.header() != null) {
      return header(line.header());
    }
    if (line.nameless() != null) {
      stray(StrayLine.Kind.MISSING_NAME, line);
    } else {
      assignment(line.assignment());
    }
    return true;
  }

  private boolean header(UnitFileParser.HeaderContext context) {
    JoinedText line = joined(context.OPEN().getSymbol(), context.joined()).stripped();
    if (!line.text().endsWith("]")) {
      strays.add(new StrayLine(StrayLine.Kind.BROKEN_HEADER, line.span()));
      return false;
    }
    String name = line.text().substring(1, line.text().length() - 1);
    if (!isSafe(name)) {
      strays.add(new StrayLine(StrayLine.Kind.UNSAFE_HEADER, line.span()));
      return false;
    }
    closeSection();
    section = name;
    header = line.span();
    return true;
  }

  private void assignment(UnitFileParser.AssignmentContext context) {
    if (header == null) {
      stray(StrayLine.Kind.OUTSIDE_SECTION, context);
    } else if (context.EQUALS() == null) {
      stray(StrayLine.Kind.MISSING_EQUALS, context);
    } else {
      JoinedText name = joined(context.NAME().getSymbol(), context.joined(0)).stripped();
      JoinedText value = joined(context.EQUALS().getSymbol(), context.joined(1));
      directives.add(
          new Directive(name.text(), name.span(), value.part(1, value.text().length()).stripped()));
    }
  }

  private void closeSection() {
    if (header != null) {
      sections.add(new Section(section, header, directives));
      directives = new ArrayList<>();
    }
  }

  private void stray(StrayLine.Kind kind, org.antlr.v4.runtime.ParserRuleContext context) {
    int start = context.getStart().getStartIndex();
    int end = start;
    while (end < source.text().length() && "\r\n\0".indexOf(source.text().charAt(end)) < 0) {
      end++;
    }
    boolean outside = header == null && kind != StrayLine.Kind.OUTSIDE_SECTION;
    strays.add(
        new StrayLine(outside ? StrayLine.Kind.OUTSIDE_SECTION : kind, source.span(start, end)));
  }

  /** The text of {@code first} and the parts behind it, with a blank for each continuation. */
  private JoinedText joined(Token first, UnitFileParser.JoinedContext rest) {
    int start = first.getStartIndex();
    int parts = rest.getChildCount();
    if (parts == 0 || (parts == 1 && rest.CONTINUATION().isEmpty())) {
      int end = parts == 0 ? first.getStopIndex() : rest.getStop().getStopIndex();
      return JoinedText.at(source.span(start, end + 1));
    }
    var text = new StringBuilder(first.getText());
    List<JoinedText.Piece> pieces = new ArrayList<>();
    pieces.add(new JoinedText.Piece(0, start));
    for (ParseTree part : rest.children) {
      Token token = ((TerminalNode) part).getSymbol();
      pieces.add(new JoinedText.Piece(text.length(), token.getStartIndex()));
      if (token.getType() == UnitFileLexer.CONTINUATION) {
        text.append(' ');
      } else {
        text.append(source.text(), token.getStartIndex(), token.getStopIndex() + 1);
      }
    }
    return new JoinedText(text.toString(), source, pieces);
  }

  /** string_is_safe() of systemd. */
  private static boolean isSafe(String name) {
    return name.chars().allMatch(c -> c >= ' ' && c != 0x7f && "\"'\\".indexOf(c) < 0);
  }
}
