package dev.dryboot.foreign.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simple commands of a shell command line, in order. Compound commands are read through: what
 * stands in a loop, a branch or a group counts as one command after the other.
 */
public record ShellLine(List<ShellCommand> commands) {
  private static final List<String> KEYWORDS =
      List.of(
          "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!",
          "time");
  private static final List<String> REDIRECTIONS =
      List.of("<<-", "<<<", "<<", ">>", "<&", ">&", "<>", ">|", "&>", "<", ">");

  public ShellLine {
    commands = List.copyOf(commands);
  }

  /** Reads a command line or a script. Never fails. */
  public static ShellLine read(String text) {
    return new Reader(ShellLexer.tokens(text)).read();
  }

  /** Gathers words to commands. */
  private static final class Reader {
    private final List<ShellLexer.Token> tokens;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<ShellWord> words = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private ShellCommand.Link link = ShellCommand.Link.THEN;
    private boolean skipping;

    Reader(List<ShellLexer.Token> tokens) {
      this.tokens = tokens;
    }

    ShellLine read() {
      for (int i = 0; i < tokens.size(); i++) {
        ShellLexer.Token token = tokens.get(i);
        if (token.isWord()) {
          word(token.word());
        } else if (REDIRECTIONS.contains(token.operator())) {
          dropDescriptor(token);
          i += i + 1 < tokens.size() && tokens.get(i + 1).isWord() ? 1 : 0;
        } else {
          operator(token);
        }
      }
      close(ShellCommand.Link.THEN, false);
      return new ShellLine(commands);
    }

    private void word(ShellWord word) {
      int equals = word.text().indexOf('=');
      if (words.isEmpty() && (word.text().equals("for") || word.text().equals("case"))) {
        skipping = true;
      } else if (words.isEmpty() && KEYWORDS.contains(word.text())) {
        skipping = false;
      } else if (skipping) {
        skipping = true;
      } else if (words.isEmpty()
          && equals > 0
          && word.text().substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
        environment.put(word.text().substring(0, equals), word.text().substring(equals + 1));
      } else {
        words.add(word);
      }
    }

    /** The number in front of a redirection is no argument. */
    private void dropDescriptor(ShellLexer.Token token) {
      if (!words.isEmpty()) {
        ShellWord last = words.getLast();
        if (last.to() == token.word().from() && last.text().matches("[0-9]")) {
          words.removeLast();
        }
      }
    }

    private void operator(ShellLexer.Token token) {
      switch (token.operator()) {
        case "&&" -> close(ShellCommand.Link.AND, false);
        case "||" -> close(ShellCommand.Link.OR, false);
        case "|", "|&" -> close(ShellCommand.Link.PIPE, false);
        case "&" -> close(ShellCommand.Link.THEN, true);
        case "(" -> skipping = false;
        case ")" -> {
          if (words.isEmpty() || skipping) {
            skipping = false;
          } else {
            close(link, false);
          }
        }
        default -> close(ShellCommand.Link.THEN, false);
      }
    }

    private void close(ShellCommand.Link next, boolean background) {
      skipping = false;
      if (!words.isEmpty() || !environment.isEmpty()) {
        commands.add(new ShellCommand(link, environment, words, background));
        words.clear();
        environment.clear();
      } else if (background && !commands.isEmpty()) {
        commands.set(commands.size() - 1, commands.getLast().inBackground());
      }
      link = next;
    }
  }
}
