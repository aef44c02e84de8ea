package dev.dryboot.source.render;

/** A number with its noun. */
public final class Count {
  private Count() {}

  /** {@code 1 error}, {@code 2 errors}, {@code 2 boundaries}. */
  public static String of(long number, String noun) {
    if (number == 1) {
      return "1 " + noun;
    }
    boolean ies = noun.endsWith("y") && !noun.endsWith("ey");
    return number + " " + (ies ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
  }
}
