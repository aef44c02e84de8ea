package dev.dryboot.simulator.process;

import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a shell script coarsely; what it does not understand it passes over. */
final class ShellParser {
  private static final int MAX_DEPTH = 50;
  private static final List<String> ENDS =
      List.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

  private final List<ShellTokens.Token> tokens;
  private int at;
  private int depth;

  private ShellParser(List<ShellTokens.Token> tokens) {
    this.tokens = tokens;
  }

  static ShellScript parse(String text) {
    var parser = new ShellParser(ShellTokens.of(text));
    var parts = new ArrayList<ShellScript>();
    while (parser.at < parser.tokens.size()) {
      int before = parser.at;
      parts.add(parser.sequence());
      if (parser.at == before) {
        parser.at++;
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
  }

  private Sequence sequence() {
    var parts = new ArrayList<ShellScript>();
    depth++;
    while (at < tokens.size() && depth < MAX_DEPTH) {
      if (isOperator(";") || isOperator("&") || isOperator(";;")) {
        at++;
      } else if (isOperator(")") || isEnd()) {
        break;
      } else {
        int before = at;
        parts.add(list());
        if (at == before) {
          at++;
        }
      }
    }
    depth--;
    return new Sequence(parts);
  }

  private ShellScript list() {
    ShellScript left = command();
    while (isOperator("&&") || isOperator("||") || isOperator("|")) {
      String operator = tokens.get(at++).text();
      while (isOperator(";")) {
        at++;
      }
      ShellScript right = command();
      left =
          operator.equals("|") ? pipe(left, right) : new Both(left, operator.equals("&&"), right);
    }
    return left;
  }

  private static ShellScript pipe(ShellScript left, ShellScript right) {
    return sought(left, right).orElseGet(() -> new Sequence(List.of(left, piped(left, right))));
  }

  /** An engine that is asked for a state, and grep that looks for it without a word. */
  private static Optional<ShellScript> sought(ShellScript left, ShellScript right) {
    if (!(left instanceof Simple asked) || !(right instanceof Simple filter)) {
      return Optional.empty();
    }
    List<String> words = filter.words();
    boolean inspects = asked.words().contains("inspect");
    boolean quiet =
        words.size() == 3 && words.getFirst().equals("grep") && words.get(1).matches("-q?x?q?");
    return inspects && quiet && words.get(1).contains("q")
        ? Optional.of(new ShellScript.Sought(asked, words.get(2), words.get(1).contains("x")))
        : Optional.empty();
  }

  /** A shell that reads its script from what is before it in the pipe. */
  private static ShellScript piped(ShellScript left, ShellScript right) {
    if (left instanceof Simple source && right instanceof Simple shell) {
      List<String> words =
          shell.words().stream().filter(w -> !w.matches("sudo|-[A-Za-z]*")).toList();
      boolean reads = words.size() == 1 && words.getFirst().matches("(/usr)?(/bin/)?(ba|da)?sh");
      if (reads && FetchedScripts.of(source.words()).isPresent()) {
        List<String> script = List.of("sh", "-c", FetchedScripts.of(source.words()).get());
        return new Simple(script, shell.writes(), shell.background());
      }
    }
    return right;
  }

  private ShellScript command() {
    if (isWord("!")) {
      at++;
      return new Not(command());
    }
    if (isOperator("(") || isOperator("((")) {
      at++;
      Sequence inner = sequence();
      skipOperator(")");
      return inner;
    }
    if (isWord("{")) {
      at++;
      Sequence inner = sequence();
      skipWord("}");
      return inner;
    }
    if (isWord("if")) {
      at++;
      return conditional();
    }
    if (isWord("while") || isWord("until")) {
      return loop();
    }
    if (isWord("for")) {
      return iteration();
    }
    if (isWord("case")) {
      return selection();
    }
    return simple();
  }

  private ShellScript conditional() {
    Sequence condition = sequence();
    skipWord("then");
    Sequence then = sequence();
    ShellScript orElse = new Sequence(List.of());
    if (isWord("elif")) {
      at++;
      orElse = conditional();
      return new If(condition, then, orElse);
    }
    if (isWord("else")) {
      at++;
      orElse = sequence();
    }
    skipWord("fi");
    return new If(condition, then, orElse);
  }

  private ShellScript loop() {
    boolean until = tokens.get(at++).text().equals("until");
    Sequence condition = sequence();
    skipWord("do");
    Sequence body = sequence();
    skipWord("done");
    return new Loop(condition, until, body);
  }

  private ShellScript iteration() {
    at++;
    int words = -2;
    while (at < tokens.size() && !isOperator(";") && !isWord("do")) {
      at++;
      words++;
    }
    while (isOperator(";")) {
      at++;
    }
    skipWord("do");
    Sequence body = sequence();
    skipWord("done");
    return new For(Math.clamp(words, 0, 100), body);
  }

  /** Which branch is taken is not known: none. */
  private ShellScript selection() {
    int nested = 0;
    while (at < tokens.size()) {
      nested += isWord("case") ? 1 : isWord("esac") ? -1 : 0;
      at++;
      if (nested == 0) {
        break;
      }
    }
    return new Sequence(List.of());
  }

  private ShellScript simple() {
    var words = new ArrayList<String>();
    var writes = new ArrayList<String>();
    while (at < tokens.size()) {
      ShellTokens.Token token = tokens.get(at);
      if (!token.operator()) {
        words.add(token.text());
        at++;
      } else if (token.text().startsWith(">") || token.text().startsWith("<")) {
        at++;
        boolean more = at < tokens.size() && !tokens.get(at).operator();
        if (more && !token.text().startsWith("<<")) {
          String target = tokens.get(at++).text();
          if (token.text().startsWith(">") && target.startsWith("/")) {
            writes.add(target);
          }
        }
      } else {
        break;
      }
    }
    boolean background = isOperator("&");
    while (!words.isEmpty() && words.getFirst().matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
      words.removeFirst();
    }
    return new Simple(List.copyOf(words), List.copyOf(writes), background);
  }

  private boolean isEnd() {
    return !tokens.get(at).operator() && ENDS.contains(tokens.get(at).text());
  }

  private boolean isWord(String word) {
    return at < tokens.size() && !tokens.get(at).operator() && tokens.get(at).text().equals(word);
  }

  private boolean isOperator(String operator) {
    return at < tokens.size()
        && tokens.get(at).operator()
        && tokens.get(at).text().equals(operator);
  }

  private void skipWord(String word) {
    if (isWord(word)) {
      at++;
    }
  }

  private void skipOperator(String operator) {
    if (at < tokens.size()
        && tokens.get(at).operator()
        && tokens.get(at).text().startsWith(operator)) {
      at++;
    }
  }
}
