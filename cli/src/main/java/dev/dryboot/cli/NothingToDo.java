package dev.dryboot.cli;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Suggestion;
import java.util.List;
import java.util.Optional;

/** Says why a command has nothing to do with the files of the language that it was given. */
final class NothingToDo {
  private NothingToDo() {}

  /** A file that declares nothing, or a choice of hosts and targets that fits none. */
  static Report toCheck(
      HostProject project, List<HostProject.Job> jobs, HostChoice choice, List<SourceText> files) {
    if (project.isEmpty()) {
      return said(files.getFirst(), files.getFirst().name() + " declares nothing", "");
    }
    return choice.isAll() ? Report.EMPTY : toMake(project, jobs, choice, files);
  }

  /** No host for a target: without {@code jobs} there is nothing to compile, nothing to boot. */
  static Report toMake(
      HostProject project, List<HostProject.Job> jobs, HostChoice choice, List<SourceText> files) {
    if (!jobs.isEmpty()) {
      return Report.EMPTY;
    }
    SourceText file = files.getFirst();
    List<String> hosts = project.hosts();
    if (hosts.isEmpty()) {
      return said(file, "there is no host in " + file.name(), "begin one with `host web { … }`");
    }
    Optional<String> host = choice.host();
    if (host.isPresent() && !hosts.contains(host.get())) {
      String help =
          Suggestion.nearest(host.get(), hosts)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("there is " + String.join(", ", hosts));
      return said(file, "there is no host `%s` in %s".formatted(host.get(), file.name()), help);
    }
    Optional<String> target = choice.target();
    if (target.isPresent()) {
      List<String> targets =
          project.jobs(new HostChoice(choice.host(), Optional.empty())).stream()
              .map(job -> job.target().id())
              .distinct()
              .toList();
      return said(
          file,
          "no host in %s is for %s".formatted(file.name(), target.get()),
          Suggestion.nearest(target.get(), targets)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("add it to the `targets` of a host"));
    }
    return said(
        file,
        "no host in %s says which systems it is for".formatted(file.name()),
        "add `targets fedora-coreos`, or another system that `dryboot targets` shows");
  }

  private static Report said(SourceText file, String message, String help) {
    return Report.of(
        Diagnostic.error(CommandRules.NOTHING_TO_DO, file.span(0, 0), message).help(help));
  }
}
