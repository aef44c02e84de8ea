package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A path is one thing, is absolute, and nothing can lie under a file. */
final class PathsOfFiles {
  private PathsOfFiles() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Text> files = new LinkedHashMap<>();
    host.files().files().forEach(f -> add(f.path(), files, found));
    host.files().links().forEach(l -> add(l.path(), files, found));
    List<Text> all = new ArrayList<>(files.values());
    for (Files.Directory directory : host.files().directories()) {
      Text twice = files.get(directory.path().plain());
      if (twice != null) {
        found.add(twice(directory.path(), twice));
      }
      all.add(directory.path());
    }
    for (Text path : all) {
      under(path, files, found);
    }
    return found;
  }

  private static void add(Text path, Map<String, Text> files, List<Diagnostic> found) {
    String plain = path.plain();
    if (!plain.startsWith("/") && !plain.matches("[A-Za-z]:\\\\.*")) {
      found.add(
          Diagnostic.of(
                  ModelRules.PATH_NOT_ABSOLUTE,
                  Severity.ERROR,
                  path.origin(),
                  "%s does not begin at the root".formatted(plain))
              .why("no provisioner has a folder to start from")
              .help("write the whole path: /%s".formatted(plain)));
    }
    Text before = files.putIfAbsent(plain, path);
    if (before != null) {
      found.add(twice(path, before));
    }
  }

  private static Diagnostic twice(Text path, Text before) {
    Diagnostic diagnostic =
        Diagnostic.of(
                ModelRules.PATH_TWICE,
                Severity.ERROR,
                path.origin(),
                "%s is there twice, as two things".formatted(path.plain()))
            .why("a provisioner refuses the second one")
            .help("keep one of them");
    return before
        .origin()
        .span()
        .map(at -> diagnostic.related(at, "the first one"))
        .orElse(diagnostic);
  }

  private static void under(Text path, Map<String, Text> files, List<Diagnostic> found) {
    String plain = path.plain();
    for (int slash = plain.lastIndexOf('/'); slash > 0; slash = plain.lastIndexOf('/', slash - 1)) {
      Text file = files.get(plain.substring(0, slash));
      if (file != null) {
        Diagnostic diagnostic =
            Diagnostic.of(
                    ModelRules.FILE_UNDER_FILE,
                    Severity.ERROR,
                    path.origin(),
                    "%s lies under %s, which is a file".formatted(plain, file.plain()))
                .why("the provisioner cannot make a folder where a file is, and gives up")
                .help("make the upper one a directory, or move the lower one");
        found.add(
            file.origin().span().map(at -> diagnostic.related(at, "the file")).orElse(diagnostic));
        return;
      }
    }
  }
}
