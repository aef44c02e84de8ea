package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Block;
import dev.dryboot.compiler.model.Allow;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the model of a host: its layers in their order, its placeholders resolved. */
public final class Resolver {
  private static final TargetChoice NO_TARGET =
      new TargetChoice("", Optional.empty(), Origin.builtIn("no target"));

  private final Project project;
  private final Surroundings surroundings;
  private final Declared declared;
  private final TargetBlocks targetBlocks;

  public Resolver(Project project, Surroundings surroundings) {
    this.project = project;
    this.surroundings = surroundings;
    this.declared = Declared.of(project);
    this.targetBlocks = new TargetBlocks(project);
  }

  /** The targets that the host names, in its profiles or itself, each once. */
  public List<TargetChoice> targets(String hostName) {
    Optional<BootFile.Host> host = project.host(hostName);
    if (host.isEmpty()) {
      return List.of();
    }
    Laid laid = lay(host.get(), NO_TARGET, 1);
    Map<String, TargetChoice> targets = new LinkedHashMap<>();
    for (Effective.Entry entry : laid.block.entries("targets")) {
      entry
          .item()
          .ifPresent(
              item -> {
                TargetChoice choice = TargetBlocks.choice(item);
                targets.putIfAbsent(choice.toString(), choice);
              });
    }
    return List.copyOf(targets.values());
  }

  /** The model of a host for a target, checked by the rules of the model. */
  public Outcome<HostModel> resolve(String hostName, TargetChoice target, int replica) {
    Optional<BootFile.Host> host = project.host(hostName);
    if (host.isEmpty()) {
      return Outcome.failed(
          Report.of(
              new Diagnostic(
                  ModelRules.NO_SUCH_HOST,
                  Severity.ERROR,
                  "there is no host %s".formatted(hostName),
                  Optional.empty(),
                  List.of(),
                  "",
                  "")));
    }
    Laid laid = lay(host.get(), target, replica);
    HostModel model = model(laid, target);
    List<Diagnostic> found = new ArrayList<>(laid.merge.found());
    found.addAll(laid.evaluation.found());
    found.addAll(targetBlocks.check(host.get()));
    Report report =
        new Report(found.stream().distinct().toList()).and(HostRules.check(model, declared));
    return Outcome.of(model, Allows.of(model).silence(report));
  }

  /** The effective settings of a host, one line each with where it comes from. */
  public List<Setting> settings(String hostName, TargetChoice target) {
    return project.host(hostName).map(h -> Setting.all(lay(h, target, 1).block)).orElse(List.of());
  }

  private record Laid(Block block, Merge merge, Evaluation evaluation) {}

  private Laid lay(BootFile.Host host, TargetChoice target, int replica) {
    return lay(host, target, replica, new LinkedHashMap<>());
  }

  private Laid lay(
      BootFile.Host host,
      TargetChoice target,
      int replica,
      Map<String, Optional<Evaluation>> others) {
    others.put(host.name().text(), Optional.empty());
    Evaluation evaluation =
        new Evaluation(project, surroundings, replica, name -> otherHost(name, target, others));
    Merge merge = new Merge(item -> evaluation.text(item.first()).plain());
    Block block =
        merge.host(host.name().text(), host.name().span(), Layers.of(project, host, target));
    merge.settle(block);
    block.spans.add(host.span());
    evaluation.know(block);
    others.put(host.name().text(), Optional.of(evaluation));
    return new Laid(block, merge, evaluation);
  }

  private Optional<Evaluation> otherHost(
      String name, TargetChoice target, Map<String, Optional<Evaluation>> others) {
    Optional<Evaluation> known = others.get(name);
    if (known != null) {
      return known;
    }
    return project.host(name).map(h -> lay(h, target, 1, others).evaluation);
  }

  private static HostModel model(Laid laid, TargetChoice target) {
    BlockReader host = new BlockReader(laid.block, laid.evaluation);
    host.entries("targets");
    HostModel model =
        new HostModel(
            new Traced<>(laid.block.name, host.origin()),
            target,
            SystemLowering.identity(host),
            PeopleLowering.people(host),
            FilesLowering.files(host),
            StorageLowering.storage(host),
            UnitLowering.units(host),
            EngineLowering.engines(host),
            NetworkLowering.network(host),
            SystemLowering.kernel(host),
            SystemLowering.software(host),
            SystemLowering.updates(host),
            host.keyed("environment"),
            fragments(laid),
            allows(laid.block),
            List.of());
    host.noteRest();
    return model.withFacts(List.copyOf(laid.evaluation.facts()));
  }

  private static List<HostModel.RawFragment> fragments(Laid laid) {
    return laid.block.raws.stream()
        .map(
            raw -> {
              Text text = laid.evaluation.text(raw.content());
              return new HostModel.RawFragment(
                  raw.format().text(), text, Origin.written(raw.format().span()));
            })
        .toList();
  }

  private static List<Allow> allows(Block host) {
    List<Allow> allows = new ArrayList<>();
    for (Block block : host.withAllInside()) {
      for (Member.Allow allow : block.allows) {
        allows.add(
            new Allow(
                allow.rule().text(),
                allow.reason(),
                block == host ? List.of() : block.spans,
                allow.span()));
      }
    }
    return allows;
  }
}
