package dev.dryboot.language;

import dev.dryboot.language.checking.SettingsCheck;
import dev.dryboot.language.format.Formatter;
import dev.dryboot.language.reading.FileReader;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The language: reads files, loads programs, formats. Making one loads the grammar, so a process
 * makes one and keeps it; it holds no state of the files it reads.
 */
public final class BootLanguage {
  /** The largest file that is read, in bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private final FileReader reader;

  private BootLanguage(FileReader reader) {
    this.reader = reader;
  }

  public static BootLanguage create() {
    return new BootLanguage(FileReader.create());
  }

  /** The text of a file of the language, which is UTF-8; a byte order mark is passed over. */
  public static Outcome<SourceText> decode(String name, byte[] bytes) {
    return bytes.length > MAX_BYTES
        ? Outcome.failed(Report.of(Decoding.tooLarge(name, bytes.length)))
        : decodeAny(name, bytes);
  }

  /** The text of any file, however large: see {@link #decode}. */
  public static Outcome<SourceText> decodeAny(String name, byte[] bytes) {
    return Decoding.decode(name, bytes);
  }

  /** One file by itself: its syntax, its settings and literals, but no names of other files. */
  public Outcome<BootFile> parse(SourceText source) {
    return reader
        .read(source)
        .then(
            file -> {
              List<Diagnostic> found = new ArrayList<>();
              new SettingsCheck(found::add).check(file);
              return Outcome.of(file, new Report(found));
            });
  }

  /**
   * The file in the form that the formatter settles: one setting on each line, values aligned,
   * comments kept. A file with mistakes of syntax comes back as it is.
   */
  public String format(SourceText source) {
    Outcome<BootFile> read = reader.read(source);
    return read.value().isEmpty() || read.report().hasErrors()
        ? source.text()
        : Formatter.format(read.value().get());
  }

  /**
   * The programs of {@code roots}: a file sees what it declares and what it imports, so each root
   * is a program of its own with all that it imports, unless another root imports it. There is a
   * value even when names do not link, so that the compiler can look for more; none when a file has
   * no syntax.
   */
  public Outcome<List<BootProgram>> load(List<SourceText> roots, FileSource files) {
    return new ProgramLoader(this, files).load(roots);
  }
}
