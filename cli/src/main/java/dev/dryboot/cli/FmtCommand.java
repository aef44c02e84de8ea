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
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot fmt FILE…}: settles the form of files. */
final class FmtCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Language language;
  private final Form form =
      Form.of(
          "fmt",
          this,
          "Format .boot files: one setting per line, values aligned, comments kept.",
          "A file with mistakes of syntax is left as it is, and its mistakes are shown.");
  private final Given<Boolean> check =
      form.flag(
          "--check",
          "Write nothing; list the files that would change, and exit with 1 if there are any.");
  private final Given<List<String>> names = form.parameters("FILE", "A .boot file.");

  FmtCommand(DrybootCommand dryboot, Language language) {
    this.dryboot = dryboot;
    this.language = language;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() throws IOException {
    Output output = dryboot.output();
    BootLanguage boot = language.get();
    Report report = Report.EMPTY;
    List<String> changed = new ArrayList<>();
    for (String name : names.get()) {
      Outcome<SourceText> text =
          ProjectFiles.around(dryboot.console().directory(), name).open(name);
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
    changed.forEach(
        name -> output.out().println((check.get() ? "would change " : "formatted ") + name));
    return report.hasErrors() || (check.get() && !changed.isEmpty())
        ? ExitCode.MISTAKES
        : ExitCode.FINE;
  }

  private void write(String name, String text) throws IOException {
    if (check.get()) {
      return;
    }
    Path file = dryboot.console().directory().resolve(name).toRealPath();
    Path aside = Files.createTempFile(file.getParent(), ".dryboot-", ".boot");
    Files.writeString(aside, text);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
