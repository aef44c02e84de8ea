package dev.dryboot.cli;

import dev.dryboot.language.BootLanguage;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dryboot fmt FILE…}: settles the form of files. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Format .boot files: one setting per line, values aligned, comments kept.",
    description = "A file with mistakes of syntax is left as it is, and its mistakes are shown.")
final class FmtCommand implements Callable<Integer> {
  private final Console console;
  private final Language language;

  @ParentCommand private @org.jspecify.annotations.Nullable DrybootCommand parent;

  @Option(
      names = "--check",
      description =
          "Write nothing; list the files that would change, and exit with 1 if there are any.")
  private boolean check;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A .boot file.")
  private List<String> names = List.of();

  FmtCommand(Console console, Language language) {
    this.console = console;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException {
    Output output = Objects.requireNonNull(parent).output();
    BootLanguage boot = language.get();
    Report report = Report.EMPTY;
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      Outcome<SourceText> text = ProjectFiles.around(console.directory(), name).open(name);
      report = report.and(text.report());
      if (text.value().isPresent()) {
        Outcome<?> parsed = boot.parse(text.value().get());
        report = report.and(parsed.report());
        String formatted = boot.format(text.value().get());
        if (!formatted.equals(text.value().get().text())) {
          changed.add(name);
          write(name, formatted);
        }
      }
    }
    output.show(report);
    changed.forEach(name -> output.out().println((check ? "would change " : "formatted ") + name));
    return report.hasErrors() || (check && !changed.isEmpty()) ? ExitCode.MISTAKES : ExitCode.FINE;
  }

  private void write(String name, String text) throws IOException {
    if (check) {
      return;
    }
    Path file = console.directory().resolve(name).toRealPath();
    Path aside = Files.createTempFile(file.getParent(), ".dryboot-", ".boot");
    Files.writeString(aside, text);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
