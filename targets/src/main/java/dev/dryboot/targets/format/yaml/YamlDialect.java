package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Node;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a program's YAML library reads a plain scalar: which words are not just text. */
public enum YamlDialect {
  /** PyYAML's safe loader (YAML 1.1), which cloud-init uses. */
  PYYAML {
    @Override
    Optional<Boolean> truth(String plain) {
      return TRUE_WORDS.contains(plain)
          ? Optional.of(true)
          : FALSE_WORDS.contains(plain) ? Optional.of(false) : Optional.empty();
    }
  },
  /** go-yaml 2 and candiedyaml, which Go programs of RancherOS's time use. */
  GO_YAML_2 {
    @Override
    Optional<Boolean> truth(String plain) {
      return switch (plain) {
        case "y", "Y" -> Optional.of(true);
        case "n", "N" -> Optional.of(false);
        default -> PYYAML.truth(plain);
      };
    }
  };

  private static final Set<String> TRUE_WORDS =
      Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE_WORDS =
      Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL_WORDS = Set.of("", "~", "null", "Null", "NULL");

  // PyYAML 6, resolver.py: the implicit resolvers of YAML 1.1.
  private static final Pattern INTEGER =
      Pattern.compile(
          "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}"
              + ":[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");
  private static final int LONGEST_NUMBER = 400;

  abstract Optional<Boolean> truth(String plain);

  /** What the plain scalar {@code plain} is. */
  Node.Scalar resolve(String plain, Span at) {
    if (NULL_WORDS.contains(plain)) {
      return new Node.Nothing(at);
    }
    Optional<Boolean> truth = truth(plain);
    if (truth.isPresent()) {
      return new Node.Truth(truth.get(), at);
    }
    if (plain.length() <= LONGEST_NUMBER && INTEGER.matcher(plain).matches()) {
      Optional<BigInteger> number = integer(plain);
      if (number.isPresent()) {
        return new Node.Whole(number.get(), at);
      }
    }
    if (plain.length() <= LONGEST_NUMBER && FLOAT.matcher(plain).matches()) {
      return new Node.Decimal(decimal(plain), at);
    }
    if (TIMESTAMP.matcher(plain).matches()) {
      return new Node.Moment(plain, at);
    }
    return new Node.Text(plain, Node.Style.PLAIN, at);
  }

  /** The number that YAML 1.1 means: {@code 0644} is octal, {@code 1:30} counts in sixties. */
  static Optional<BigInteger> integer(String written) {
    String digits = written.replace("_", "");
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    try {
      BigInteger value = magnitude(digits);
      return Optional.of(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (digits.length() > 1 && digits.startsWith("0")) {
      return new BigInteger(digits, 8);
    }
    BigInteger value = BigInteger.ZERO;
    for (String part : digits.split(":", -1)) {
      value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
    }
    return value;
  }

  static double decimal(String written) {
    String digits = written.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    if (digits.equals(".inf")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (digits.equals(".nan")) {
      return Double.NaN;
    }
    double value = 0;
    for (String part : digits.split(":", -1)) {
      value = value * 60 + (part.equals(".") || part.isEmpty() ? 0 : Double.parseDouble(part));
    }
    return negative ? -value : value;
  }
}
