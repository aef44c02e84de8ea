package dev.dryboot.source;

/**
 * The identity of a rule: a code that never changes and a name that speaks.
 *
 * @param code family and number, such as {@code SD001}
 * @param name lower case with dashes, such as {@code docker-client-kill}; what {@code allow} takes
 *     besides the code
 */
public record Rule(String code, String name) {
  public Rule {
    if (!code.matches("[A-Z]{2,4}[0-9]{3}")) {
      throw new IllegalArgumentException("a rule's code is a family and three digits: " + code);
    }
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a rule's name is in lower case with dashes: " + name);
    }
  }

  /** Whether {@code codeOrName}, as a user writes it after {@code allow}, means this rule. */
  public boolean is(String codeOrName) {
    return code.equalsIgnoreCase(codeOrName) || name.equals(codeOrName);
  }
}
