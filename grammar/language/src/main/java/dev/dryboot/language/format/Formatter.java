package dev.dryboot.language.format;

import dev.dryboot.language.reading.Scanner;
import dev.dryboot.language.reading.Token;
import dev.dryboot.language.syntax.BootFile;
import java.util.List;

/** Settles the form of a file that has no mistakes of syntax. */
public final class Formatter {
  private Formatter() {}

  public static String format(BootFile file) {
    List<Token> tokens = Scanner.all(file.source().text());
    List<Entry> entries = new EntryReader(tokens, Roles.of(file)).entries();
    return new EntryWriter().write(entries);
  }
}
