package dev.dryboot.foreign.directive;

/** A version of systemd, such as 257. */
public record SystemdVersion(int number) implements Comparable<SystemdVersion> {
  /** That of Debian 12. */
  public static final SystemdVersion V252 = new SystemdVersion(252);

  /** That of Debian 13, and the newest one that is known here. */
  public static final SystemdVersion V257 = new SystemdVersion(257);

  /**
   * The version that a text such as {@code 255.4-1} begins with; the newest where there is none.
   */
  public static SystemdVersion read(String text) {
    String digits = text.replaceFirst("[^0-9].*$", "");
    return digits.isEmpty() || digits.length() > 4
        ? V257
        : new SystemdVersion(Integer.parseInt(digits));
  }

  /** Whether it has what came with version {@code since}. */
  public boolean has(int since) {
    return number >= since;
  }

  @Override
  public int compareTo(SystemdVersion other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "systemd " + number;
  }
}
