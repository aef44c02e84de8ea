package dev.dryboot.simulator.process;

import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.Branch;
import dev.dryboot.simulator.process.ShellScript.Case;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import java.util.ArrayList;
import java.util.List;

/** Reads a shell script coarsely; what it does not understand it passes over. */
final class ShellParser {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ROUNDS = 100;
  private static final List<String> ENDS =
      List.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

  private final List<ShellTokens.Token> tokens;
  private int at;
  private int depth;

  /** How many branches of {@code case} are open. */
  private int cases;

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
      if (isOperator(";") || isOperator("&") || isOperator(";;") && cases == 0) {
        at++;
      } else if (isOperator(")") || isOperator(";;") || isEnd()) {
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
          operator.equals("|")
              ? ShellPipes.of(left, right)
              : new Both(left, operator.equals("&&"), right);
    }
    return left;
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
    List<String> words = new ArrayList<>();
    while (at < tokens.size() && !isOperator(";") && !isWord("do")) {
      words.add(tokens.get(at++).text());
    }
    while (isOperator(";")) {
      at++;
    }
    skipWord("do");
    Sequence body = sequence();
    skipWord("done");
    String variable = words.isEmpty() ? "" : words.getFirst();
    List<String> values = words.size() < 2 ? List.of() : words.subList(2, words.size());
    return new For(
        variable,
        values.stream().flatMap(ShellExpansion::counted).limit(MAX_ROUNDS).toList(),
        body);
  }

  private ShellScript selection() {
    at++;
    String word = at < tokens.size() ? tokens.get(at++).text() : "";
    skipWord("in");
    List<Branch> branches = new ArrayList<>();
    while (at < tokens.size() && !isWord("esac")) {
      int before = at;
      if (isOperator(";") || isOperator(";;") || isOperator("(")) {
        at++;
        continue;
      }
      List<String> patterns = new ArrayList<>();
      while (at < tokens.size() && !isOperator(")")) {
        if (!tokens.get(at).operator()) {
          patterns.add(tokens.get(at).text());
        }
        at++;
      }
      skipOperator(")");
      cases++;
      branches.add(new Branch(List.copyOf(patterns), sequence()));
      cases--;
      if (at == before) {
        at++;
      }
    }
    skipWord("esac");
    return new Case(word, List.copyOf(branches));
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
    var assignments = new ArrayList<String>();
    while (!words.isEmpty() && ShellExpansion.isAssignment(words.getFirst())) {
      assignments.add(words.removeFirst());
    }
    return new Simple(
        List.copyOf(assignments), List.copyOf(words), List.copyOf(writes), background);
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
