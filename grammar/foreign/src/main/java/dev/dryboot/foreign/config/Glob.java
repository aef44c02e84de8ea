package dev.dryboot.foreign.config;

/** Patterns of the shell as fnmatch() takes them: {@code *}, {@code ?}, {@code […]}. */
public final class Glob {
  private Glob() {}

  /** Whether {@code name} as a whole fits {@code pattern}. A star fits slashes too. */
  public static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      int end =
          p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, name.charAt(n)) : 0;
      if (end > 0) {
        p = end;
        n++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Where the pattern goes on when what stands at {@code at} fits {@code c}; else 0. */
  private static int one(String pattern, int at, char c) {
    char wanted = pattern.charAt(at);
    int close = wanted == '[' ? pattern.indexOf(']', at + 2) : -1;
    if (close > 0) {
      return inSet(pattern.substring(at + 1, close), c) ? close + 1 : 0;
    }
    if (wanted == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c ? at + 2 : 0;
    }
    return wanted == '?' || wanted == c ? at + 1 : 0;
  }

  private static boolean inSet(String set, char c) {
    boolean negated = set.startsWith("!") || set.startsWith("^");
    boolean found = false;
    for (int i = negated ? 1 : 0; i < set.length(); i++) {
      boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
      found |= range ? c >= set.charAt(i) && c <= set.charAt(i + 2) : c == set.charAt(i);
      i += range ? 2 : 0;
    }
    return found != negated;
  }
}
