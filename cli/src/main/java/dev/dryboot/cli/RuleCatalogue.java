package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.ModelRules;
import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.foreign.directive.UnitFileRules;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.simulator.conflict.ConflictRules;
import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.cloudconfig.CloudConfigRules;
import dev.dryboot.targets.format.ignition.IgnitionRules;
import dev.dryboot.targets.format.networkconfig.NetworkConfigRules;
import dev.dryboot.targets.format.ranchercloudconfig.RancherRules;
import dev.dryboot.targets.hardware.HardwareRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules of all modules, in the order of their codes. */
public final class RuleCatalogue {
  public static final List<Rule> ALL =
      Stream.<List<Rule>>of(
              LanguageRules.ALL,
              ModelRules.ALL,
              PlanRules.ALL,
              IgnitionRules.all(),
              CloudConfigRules.all(),
              NetworkConfigRules.ALL,
              RancherRules.all(),
              UnitFileRules.ALL,
              ConflictRules.ALL,
              HardwareRules.ALL,
              CommandRules.ALL)
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Rule::code))
          .toList();

  private RuleCatalogue() {}

  /** The rule of that code or name. */
  public static Optional<Rule> find(String codeOrName) {
    return ALL.stream().filter(rule -> rule.is(codeOrName)).findFirst();
  }
}
