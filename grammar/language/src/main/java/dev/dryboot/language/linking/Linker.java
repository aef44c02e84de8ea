package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.BootFile.Fleet;
import dev.dryboot.language.syntax.BootFile.Host;
import dev.dryboot.language.syntax.BootFile.Profile;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks every name of a program up, and reports those that mean nothing. */
public final class Linker {
  private final BootProgram program;
  private final Scopes scopes;
  private final List<Diagnostic> found = new ArrayList<>();

  private Linker(BootProgram program) {
    this.program = program;
    this.scopes = new Scopes(program);
  }

  /**
   * Links each program by itself. Only the names of what can be booted must differ between programs
   * as well; a file that several import is reported on once.
   */
  public static Report link(List<BootProgram> programs) {
    List<Diagnostic> found = new ArrayList<>();
    programs.forEach(program -> found.addAll(new Linker(program).link()));
    Duplicates.between(programs, found::add);
    return new Report(found.stream().distinct().toList());
  }

  private List<Diagnostic> link() {
    Duplicates.within(program, found::add);
    program.files().forEach(this::file);
    Circles.report(program, found::add);
    return found;
  }

  private void file(BootFile file) {
    Consumer<Diagnostic> report = found::add;
    for (BootFile.Declaration declaration : file.declarations()) {
      switch (declaration) {
        case Host host -> {
          uses(host.uses());
          new MemberLinks(program, scopes.of(host), report).members(host.members(), BlockKind.HOST);
        }
        case Profile profile -> {
          uses(profile.uses());
          // What an imported profile needs of its hosts is not missing where no host uses it.
          if (program.inRoot(profile.name().span()) || scopes.isUsed(profile)) {
            new MemberLinks(program, scopes.of(profile), report)
                .members(profile.members(), BlockKind.HOST);
          }
        }
        case Fleet fleet -> fleet(fleet);
        case BootFile.Scenario scenario -> scenario(scenario);
        case BootFile.Let let -> links(new Scope()).value(let.value(), List.of());
        case BootFile.Param param ->
            param.value().ifPresent(value -> links(new Scope()).value(value, List.of()));
        case BootFile.Secret secret ->
            links(new Scope()).members(secret.members(), BlockKind.SECRET);
      }
    }
  }

  private MemberLinks links(Scope scope) {
    return new MemberLinks(program, scope, found::add);
  }

  private void uses(List<Name> uses) {
    for (Name name : uses) {
      if (program.profiles().containsKey(name.text())) {
        continue;
      }
      Diagnostic unknown =
          Unresolved.name("profile", name.text(), name.span(), program.profiles().keySet());
      found.add(
          program.hosts().containsKey(name.text())
              ? unknown.help("`%s` is a host; only profiles can be used".formatted(name.text()))
              : unknown);
    }
  }

  private void fleet(Fleet fleet) {
    for (BootFile.HostCount one : fleet.hosts()) {
      Name host = one.host();
      if (!program.hosts().containsKey(host.text())) {
        found.add(Unresolved.name("host", host.text(), host.span(), program.hosts().keySet()));
      }
    }
    if (fleet.hosts().isEmpty()) {
      found.add(
          Diagnostic.error(
                  LanguageRules.INCOMPLETE,
                  fleet.name().span(),
                  "the fleet `%s` has no hosts".formatted(fleet.name()))
              .help("write `hosts name * count`"));
    }
  }

  private void scenario(BootFile.Scenario scenario) {
    String of = scenario.of().text();
    Optional<Scope> scope =
        Optional.ofNullable(program.hosts().get(of))
            .map(scopes::of)
            .or(() -> Optional.ofNullable(program.fleets().get(of)).map(scopes::of));
    if (scope.isEmpty()) {
      List<String> known = new ArrayList<>(program.hosts().keySet());
      known.addAll(program.fleets().keySet());
      found.add(Unresolved.name("host or fleet", of, scenario.of().span(), known));
      return;
    }
    new ScenarioLinks(program, scope.get(), found::add).steps(scenario.steps());
  }
}
