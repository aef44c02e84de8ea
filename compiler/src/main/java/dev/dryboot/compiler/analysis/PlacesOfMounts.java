package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One filesystem is mounted at a place. */
final class PlacesOfMounts {
  private PlacesOfMounts() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Text> places = new LinkedHashMap<>();
    for (Storage.Filesystem filesystem : host.storage().filesystems()) {
      filesystem.path().ifPresent(path -> place(path, places, found));
    }
    return found;
  }

  private static void place(Text path, Map<String, Text> places, List<Diagnostic> found) {
    String plain = path.plain().length() > 1 ? path.plain().replaceAll("/+$", "") : path.plain();
    Text before = places.putIfAbsent(plain, path);
    if (before == null) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.of(
                ModelRules.MOUNTED_TWICE,
                Severity.ERROR,
                path.origin(),
                "two filesystems are mounted at %s".formatted(plain))
            .why("the second hides the first, and which one that is depends on the boot")
            .help("mount one of them elsewhere");
    found.add(
        before.origin().span().map(at -> diagnostic.related(at, "the first")).orElse(diagnostic));
  }
}
