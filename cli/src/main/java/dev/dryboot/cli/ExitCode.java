package dev.dryboot.cli;

/** What a command answers to the shell. */
public final class ExitCode {
  public static final int FINE = 0;
  public static final int MISTAKES = 1;
  public static final int USAGE = 2;
  public static final int BOOT_FAILS = 3;
  public static final int INTERNAL = 70;

  private ExitCode() {}
}
