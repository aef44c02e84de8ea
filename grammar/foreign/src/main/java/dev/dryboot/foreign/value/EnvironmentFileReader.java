package dev.dryboot.foreign.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads environment files character by character, with the states that systemd has
 * (parse_env_file_internal() of systemd 257).
 */
final class EnvironmentFileReader {
  private final String text;
  private final List<EnvironmentText.Assignment> assignments = new ArrayList<>();
  private final List<Reading.Fault<EnvironmentText>> faults = new ArrayList<>();
  private int at;

  EnvironmentFileReader(String text) {
    this.text = text;
  }

  EnvironmentText read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Scan.isBlank(c)) {
        at++;
      } else if (c == '#' || c == ';') {
        comment();
      } else {
        assignment();
      }
    }
    return new EnvironmentText(assignments, faults);
  }

  /** A backslash carries a comment on to the next line. */
  private void comment() {
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
  }

  private void assignment() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isBreak(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at).stripTrailing();
    if (at == text.length() || text.charAt(at) != '=') {
      faults.add(new Reading.Fault<>(start, at, "this line has no equals sign"));
      return;
    }
    at++;
    String value = value();
    if (EnvironmentText.isName(name)) {
      assignments.add(
          new EnvironmentText.Assignment(name, value, start, Math.min(at, text.length())));
    } else {
      faults.add(
          new Reading.Fault<>(start, start + name.length(), "this is no name of a variable"));
    }
  }

  private String value() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    var value = new StringBuilder();
    int kept = 0;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      char c = text.charAt(at++);
      if (c == '\'') {
        quoted(value, c);
        kept = value.length();
      } else if (c == '"') {
        quoted(value, c);
        kept = value.length();
      } else if (c == '\\') {
        if (at < text.length() && !isBreak(text.charAt(at))) {
          value.append(text.charAt(at));
          kept = value.length();
        }
        at++;
      } else {
        value.append(c);
        kept = Scan.isBlank(c) ? kept : value.length();
      }
    }
    value.setLength(kept);
    return value.toString();
  }

  /** In double quotes a backslash protects only what the shell would expand. */
  private void quoted(StringBuilder value, char quote) {
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c != '\\' || quote == '\'' || at == text.length()) {
        value.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      if ("\"\\`$".indexOf(escaped) >= 0) {
        value.append(escaped);
      } else if (escaped != '\n') {
        value.append('\\').append(escaped);
      }
    }
    at++;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
