package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds keys of modules that cloud-init does not run on Ubuntu, where they are for other systems
 * (cloud-init 26.2, config/cloud.cfg.tmpl). Who lists the modules can have them run.
 */
final class ModulesNotRun {
  private static final List<String> OF_OTHERS =
      List.of(
          "apk_configure",
          "raspberry_pi",
          "resolv_conf",
          "rh_subscription",
          "spacewalk",
          "yum_add_repo",
          "zypper_add_repo");

  private static final List<String> LISTS =
      List.of("cloud_init_modules", "cloud_config_modules", "cloud_final_modules");

  private ModulesNotRun() {}

  /** Whether {@code key} is of a module that is not run, unless the document lists it. */
  static boolean has(Fields root, String key) {
    return NotedKeys.module(key).filter(m -> OF_OTHERS.contains(m) && !listed(root, m)).isPresent();
  }

  private static boolean listed(Fields root, String module) {
    return LISTS.stream()
        .flatMap(list -> root.items(list).stream())
        // A module may stand with its frequency: [runcmd, always].
        .flatMap(
            item -> item instanceof Node.Sequence s ? s.items().stream().limit(1) : Stream.of(item))
        .anyMatch(
            item -> item instanceof Node.Text name && name.text().replace('-', '_').equals(module));
  }

  static void check(Fields root, List<Diagnostic> found) {
    Set<String> told = new LinkedHashSet<>();
    for (Node.Entry entry : root.entries()) {
      Optional<String> module = NotedKeys.module(entry.name());
      if (module.isPresent() && has(root, entry.name()) && told.add(module.get())) {
        found.add(
            Diagnostic.warning(
                    CloudConfigRules.NOT_RUN,
                    entry.key().span(),
                    "%s is for the module %s, which cloud-init does not run on Ubuntu"
                        .formatted(entry.name(), module.get()))
                .why("the key is checked and passed over: what it says does not happen")
                .help("take it out, or say it as Ubuntu does"));
      }
    }
  }
}
