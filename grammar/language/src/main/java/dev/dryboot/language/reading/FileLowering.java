package dev.dryboot.language.reading;

import dev.dryboot.language.dsl.boot.BootPackage.Literals;
import dev.dryboot.language.dsl.boot.Declaration;
import dev.dryboot.language.dsl.boot.Fleet;
import dev.dryboot.language.dsl.boot.Host;
import dev.dryboot.language.dsl.boot.HostCount;
import dev.dryboot.language.dsl.boot.Hosts;
import dev.dryboot.language.dsl.boot.Import;
import dev.dryboot.language.dsl.boot.Let;
import dev.dryboot.language.dsl.boot.Param;
import dev.dryboot.language.dsl.boot.Profile;
import dev.dryboot.language.dsl.boot.Scenario;
import dev.dryboot.language.dsl.boot.Secret;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;

/** Lowers a file and its declarations. */
final class FileLowering {
  private final Places places;
  private final ValueLowering values;
  private final MemberLowering members;
  private final ScenarioLowering scenarios;

  FileLowering(Places places, Consumer<Diagnostic> report) {
    this.places = places;
    this.values = new ValueLowering(places, report);
    this.members = new MemberLowering(places, values);
    this.scenarios = new ScenarioLowering(places, values, members, report);
  }

  BootFile file(dev.dryboot.language.dsl.boot.BootFile file) {
    List<BootFile.Import> imports = new ArrayList<>();
    for (Import one : file.getImports()) {
      INode path = Places.only(one, Literals.IMPORT__PATH);
      imports.add(new BootFile.Import(Escapes.unquoted(Places.text(path)), places.span(path)));
    }
    List<BootFile.Declaration> declarations = new ArrayList<>();
    for (Declaration declaration : file.getDeclarations()) {
      declarations.add(declaration(declaration));
    }
    return new BootFile(places.source(), imports, declarations);
  }

  private BootFile.Declaration declaration(Declaration declaration) {
    Name name = places.name(declaration, Literals.DECLARATION__NAME);
    Span span = places.span(declaration);
    return switch (declaration) {
      case Param param ->
          new BootFile.Param(
              name,
              places.word(param, Literals.PARAM__TYPE),
              Optional.ofNullable(param.getDefault()).map(values::value),
              span);
      case Let let -> new BootFile.Let(name, values.value(let.getValue()), span);
      case Secret secret -> new BootFile.Secret(name, members.all(secret.getMembers()), span);
      case Profile profile ->
          new BootFile.Profile(
              name,
              places.names(profile, Literals.PROFILE__USES),
              members.all(profile.getMembers()),
              span);
      case Host host ->
          new BootFile.Host(
              name, places.names(host, Literals.HOST__USES), members.all(host.getMembers()), span);
      case Fleet fleet -> fleet(fleet, name, span);
      case Scenario scenario -> scenarios.scenario(scenario, name, span);
      default -> throw new IllegalStateException(declaration.eClass().getName());
    };
  }

  private BootFile.Fleet fleet(Fleet fleet, Name name, Span span) {
    List<BootFile.HostCount> hosts = new ArrayList<>();
    List<Member> settings = new ArrayList<>();
    for (EObject member : fleet.getMembers()) {
      if (member instanceof Hosts some) {
        for (HostCount one : some.getHosts()) {
          hosts.add(hostCount(one));
        }
      } else {
        settings.add(members.one(member));
      }
    }
    return new BootFile.Fleet(name, hosts, settings, span);
  }

  private BootFile.HostCount hostCount(HostCount one) {
    EStructuralFeature count = Literals.HOST_COUNT__COUNT;
    return new BootFile.HostCount(
        places.name(one, Literals.HOST_COUNT__HOST),
        one.getCount() == null ? 1 : scenarios.whole(Places.only(one, count), 1),
        places.span(one));
  }
}
