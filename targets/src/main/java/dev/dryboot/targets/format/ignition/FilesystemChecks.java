package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.Storage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks file systems (ignition 2.26, filesystem.go). */
final class FilesystemChecks {
  private static final Map<String, Integer> LABEL_LENGTHS = labelLengths();

  private FilesystemChecks() {}

  private static Map<String, Integer> labelLengths() {
    var lengths = new LinkedHashMap<String, Integer>();
    lengths.put("ext4", 16);
    lengths.put("btrfs", 256);
    lengths.put("xfs", 12);
    lengths.put("swap", 15);
    lengths.put("vfat", 11);
    return lengths;
  }

  static void check(Storage.Filesystem filesystem, Findings findings) {
    if (filesystem.device().value().isEmpty()) {
      findings.error(
          IgnitionRules.FILESYSTEM,
          filesystem.at(),
          "the file system has no device",
          "name its device");
    } else {
      PathChecks.absolute(filesystem.device(), findings);
    }
    filesystem
        .path()
        .filter(p -> !p.value().isEmpty())
        .ifPresent(p -> PathChecks.absolute(p, findings));
    String format = filesystem.format().map(Located::value).orElse("");
    if (format.isEmpty()) {
      withoutFormat(filesystem, findings);
    } else if (!LABEL_LENGTHS.containsKey(format)
        && !(format.equals("none") && findings.minor() >= 3)
        && !(format.equals("virtiofs") && findings.minor() >= 7)) {
      findings.error(
          IgnitionRules.FILESYSTEM,
          filesystem.format().get().at(),
          "Ignition cannot make a file system of type %s".formatted(format),
          "its types are " + String.join(", ", LABEL_LENGTHS.keySet()));
    }
    label(filesystem, format, findings);
  }

  private static void withoutFormat(Storage.Filesystem filesystem, Findings findings) {
    boolean more =
        filesystem.path().filter(p -> !p.value().isEmpty()).isPresent()
            || filesystem.label().filter(l -> !l.value().isEmpty()).isPresent()
            || filesystem.uuid().filter(u -> !u.value().isEmpty()).isPresent()
            || filesystem.wipeFilesystem()
            || !filesystem.mountOptions().isEmpty()
            || !filesystem.options().isEmpty();
    if (more) {
      findings.error(
          IgnitionRules.FILESYSTEM,
          filesystem.at(),
          "the file system has no format",
          "add its format, as ext4 or xfs");
    }
  }

  private static void label(Storage.Filesystem filesystem, String format, Findings findings) {
    Integer most = LABEL_LENGTHS.get(format);
    filesystem
        .label()
        .filter(l -> most != null && DiskChecks.bytes(l.value()) > most)
        .ifPresent(
            l ->
                findings.error(
                    IgnitionRules.FILESYSTEM,
                    l.at(),
                    "a label of %s has at most %d characters".formatted(format, most),
                    "shorten it"));
  }
}
