package dev.dryboot.simulator.systemd.core;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.foreign.value.Scalars;
import java.util.Optional;

/**
 * A comparison such as {@code >=5.10} (compare-operator.c of systemd 257): of versions, of whole
 * numbers, or of texts with a pattern.
 */
record VersionComparison(Operator operator, String operand) {
  /** The operators, in the order in which they are looked for. */
  enum Operator {
    MATCHES("$="),
    MATCHES_NOT("!$="),
    OTHER("<>"),
    AT_MOST("<="),
    BELOW("<"),
    AT_LEAST(">="),
    ABOVE(">"),
    EQUAL_SIGNS("=="),
    EQUAL("="),
    UNEQUAL("!=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    private boolean holds(int order) {
      return switch (this) {
        case AT_MOST -> order <= 0;
        case BELOW -> order < 0;
        case AT_LEAST -> order >= 0;
        case ABOVE -> order > 0;
        case EQUAL, EQUAL_SIGNS, MATCHES -> order == 0;
        case UNEQUAL, OTHER, MATCHES_NOT -> order != 0;
      };
    }
  }

  /** What {@code text} begins with, and what follows; empty where it begins with no operator. */
  static Optional<VersionComparison> read(String text) {
    for (Operator operator : Operator.values()) {
      if (text.startsWith(operator.sign)) {
        String rest = text.substring(operator.sign.length()).stripLeading();
        return Optional.of(new VersionComparison(operator, rest));
      }
    }
    return Optional.empty();
  }

  /** Whether a version stands to the operand as it says; equality is that of the texts. */
  boolean holdsForVersion(String version) {
    return switch (operator) {
      case MATCHES -> Glob.matches(operand, version);
      case MATCHES_NOT -> !Glob.matches(operand, version);
      case EQUAL, EQUAL_SIGNS -> version.equals(operand);
      case UNEQUAL -> !version.equals(operand);
      case OTHER, AT_MOST, BELOW, AT_LEAST, ABOVE -> operator.holds(order(version, operand));
    };
  }

  /** The same of a number; empty where the operand is none, or a pattern. */
  Optional<Boolean> holdsForNumber(long number) {
    return operator == Operator.MATCHES || operator == Operator.MATCHES_NOT
        ? Optional.empty()
        : Scalars.readNumber(operand, 0, Long.MAX_VALUE)
            .value()
            .map(wanted -> operator.holds(Long.compare(number, wanted)));
  }

  /** Which of two versions is newer (strverscmp_improved()). */
  static int order(String first, String second) {
    return new Versions(first, second).order();
  }

  /** Two versions, and how far they have been compared. */
  private static final class Versions {
    private final String first;
    private final String second;
    private int a;
    private int b;

    Versions(String first, String second) {
      this.first = first;
      this.second = second;
    }

    int order() {
      while (true) {
        a = skipOthers(first, a);
        b = skipOthers(second, b);
        int order = separator('~');
        if (order == 0 && (at(first, a) == 0 || at(second, b) == 0)) {
          return Integer.compare(at(first, a), at(second, b));
        }
        for (char separator : new char[] {'-', '^', '.'}) {
          order = order == 0 ? separator(separator) : order;
        }
        if (order == 0) {
          order = isDigit(at(first, a)) || isDigit(at(second, b)) ? numbers() : words();
        }
        if (order != 0) {
          return order;
        }
      }
    }

    private static int skipOthers(String text, int from) {
      int at = from;
      while (at < text.length() && !isDigit(at(text, at)) && !isLetter(at(text, at))) {
        if ("~-^.".indexOf(text.charAt(at)) >= 0) {
          break;
        }
        at++;
      }
      return at;
    }

    /** What has the separator first is older. */
    private int separator(char separator) {
      boolean inFirst = at(first, a) == separator;
      boolean inSecond = at(second, b) == separator;
      if (inFirst && inSecond) {
        a++;
        b++;
      }
      return Boolean.compare(inSecond, inFirst);
    }

    private int numbers() {
      int endA = a;
      int endB = b;
      while (isDigit(at(first, endA))) {
        endA++;
      }
      while (isDigit(at(second, endB))) {
        endB++;
      }
      int order = Boolean.compare(endA > a, endB > b);
      String one = first.substring(a, endA).replaceFirst("^0+", "");
      String other = second.substring(b, endB).replaceFirst("^0+", "");
      a = endA;
      b = endB;
      if (order == 0) {
        order = Integer.compare(one.length(), other.length());
      }
      return order == 0 ? one.compareTo(other) : order;
    }

    private int words() {
      int endA = a;
      int endB = b;
      while (isLetter(at(first, endA))) {
        endA++;
      }
      while (isLetter(at(second, endB))) {
        endB++;
      }
      String one = first.substring(a, endA);
      String other = second.substring(b, endB);
      a = endA;
      b = endB;
      return one.compareTo(other);
    }

    private static char at(String text, int index) {
      return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
  }
}
