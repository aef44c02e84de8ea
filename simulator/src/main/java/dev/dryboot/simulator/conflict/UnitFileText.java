package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.UnitFileChecker;
import dev.dryboot.foreign.directive.UnitFileKind;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What systemd says of the user's unit files, drop-ins and quadlets when it reads them. */
final class UnitFileText implements ConflictRule {
  private static final String QUADLETS = "/etc/containers/systemd";
  private static final List<String> FOLDERS =
      List.of("/etc/systemd/system", "/run/systemd/system", QUADLETS);

  @Override
  public List<Diagnostic> findings(Sight sight) {
    VirtualFileSystem files = sight.boot().files();
    SystemdVersion version = SystemdVersion.read(sight.evidence().image().systemVersion());
    List<Diagnostic> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (String name : files.list(folder)) {
        String path = folder + "/" + name;
        if (name.endsWith(".d")) {
          String unit = name.substring(0, name.length() - 2);
          files.list(path).stream()
              .filter(part -> part.endsWith(".conf"))
              .forEach(
                  part ->
                      check(
                          sight,
                          files.read(path + "/" + part),
                          folder,
                          unit,
                          true,
                          version,
                          found));
        } else {
          check(sight, files.read(path), folder, name, false, version, found);
        }
      }
    }
    return found;
  }

  private static void check(
      Sight sight,
      Optional<SourceText> text,
      String folder,
      String name,
      boolean dropIn,
      SystemdVersion version,
      List<Diagnostic> found) {
    Optional<UnitFileKind> kind = kind(folder, name);
    if (text.isEmpty() || kind.isEmpty() || !sight.isUsers(text.get().span(0, 0))) {
      return;
    }
    UnitFile file = UnitFileReader.read(text.get());
    Report report =
        dropIn
            ? UnitFileChecker.checkDropIn(file, kind.get(), version)
            : UnitFileChecker.check(file, name, kind.get(), version);
    found.addAll(report.diagnostics());
  }

  /** A {@code .network} file is podman's or networkd's by the folder it is in. */
  private static Optional<UnitFileKind> kind(String folder, String name) {
    boolean network = folder.equals(QUADLETS) && name.endsWith(".network");
    return network ? Optional.of(UnitFileKind.quadlet("network")) : UnitFileKind.ofName(name);
  }
}
