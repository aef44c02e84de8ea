package dev.dryboot.targets.format.ignition;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds entries that stand twice in lists whose entries have keys (ignition 2.26, merge tables).
 */
final class DuplicateChecks {
  private DuplicateChecks() {}

  static void check(Fields root, Findings findings) {
    Fields ignition = root.child("ignition");
    keyed(ignition.child("config"), "merge", "source", findings);
    keyed(ignition.child("security").child("tls"), "certificateAuthorities", "source", findings);
    values(ignition.child("proxy"), "noProxy", findings, 1);
    Fields storage = root.child("storage");
    keyed(storage, "disks", "device", findings);
    keyed(storage, "raid", "name", findings);
    storage.children("raid").forEach(r -> values(r, "devices", findings, 0));
    keyed(storage, "filesystems", "device", findings);
    storage.children("disks").forEach(d -> partitions(d, findings));
    if (findings.minor() >= 2) {
      keyed(storage, "luks", "name", findings);
      storage.children("luks").forEach(l -> keyed(l.child("clevis"), "tang", "url", findings));
    }
    nodes(storage, findings);
    Fields systemd = root.child("systemd");
    keyed(systemd, "units", "name", findings);
    systemd.children("units").forEach(u -> keyed(u, "dropins", "name", findings));
    Fields passwd = root.child("passwd");
    keyed(passwd, "users", "name", findings);
    keyed(passwd, "groups", "name", findings);
    passwd
        .children("users")
        .forEach(
            u -> {
              values(u, "groups", findings, 0);
              values(u, "sshAuthorizedKeys", findings, 0);
            });
    kernelArguments(root.child("kernelArguments"), findings);
  }

  private static void partitions(Fields disk, Findings findings) {
    // A partition without a number is known by its label.
    Map<String, Span> seen = new LinkedHashMap<>();
    for (Fields partition : disk.children("partitions")) {
      long number = partition.numberOr("number", 0);
      String key =
          number != 0 ? "number " + number : "label " + partition.plain("label").orElse("");
      twice(seen, key, partition.at(), findings);
    }
  }

  static void keyed(Fields parent, String list, String key, Findings findings) {
    Map<String, Span> seen = new LinkedHashMap<>();
    for (Fields entry : parent.children(list)) {
      twice(seen, entry.plain(key).orElse(""), entry.at(), findings);
    }
  }

  private static void nodes(Fields storage, Findings findings) {
    Map<String, Span> seen = new LinkedHashMap<>();
    for (String list : List.of("directories", "files", "links")) {
      for (Fields entry : storage.children(list)) {
        twice(seen, entry.plain("path").orElse(""), entry.at(), findings);
      }
    }
  }

  private static void values(Fields parent, String list, Findings findings, int since) {
    Optional<Node> value = parent.get(list);
    if (findings.minor() < since || !(value.orElse(null) instanceof Node.Sequence sequence)) {
      return;
    }
    Map<String, Span> seen = new LinkedHashMap<>();
    for (Node item : sequence.items()) {
      String key = item instanceof Node.Text text ? text.text() : "";
      twice(seen, key, item.span(), findings);
    }
  }

  private static void kernelArguments(Fields arguments, Findings findings) {
    if (findings.minor() < 3) {
      return;
    }
    Map<String, Span> seen = new LinkedHashMap<>();
    for (String list : List.of("shouldExist", "shouldNotExist")) {
      arguments.texts(list).forEach(a -> twice(seen, a.value(), a.at(), findings));
    }
  }

  private static void twice(Map<String, Span> seen, String key, Span at, Findings findings) {
    Span first = seen.putIfAbsent(key, at);
    if (first != null) {
      findings.add(
          Diagnostic.error(
                  IgnitionRules.DUPLICATE,
                  at,
                  key.isEmpty() ? "a second entry without a name" : key + " stands twice")
              .related(first, "first here")
              .why("Ignition refuses the whole config, and the machine does not boot")
              .help("put both into one entry"));
    }
  }
}
