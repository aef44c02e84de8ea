package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.List;

/** The links of units below /etc/systemd/system, or those that go with the next reboot. */
final class UnitFileLinks {
  private static final List<String> SUFFIXES = List.of(".wants", ".requires", ".upholds");
  private static final String NOTHING = "/dev/null";

  private final VirtualFileSystem files;
  private final String place;

  UnitFileLinks(VirtualFileSystem files, boolean runtime) {
    this.files = files;
    this.place = runtime ? UnitFileStates.RUNTIME : UnitFileStates.CONFIG;
  }

  void add(String name, String target) {
    String at = place + "/" + name;
    files.write(at, new FileNode.SymbolicLink(target, SourceText.of(at, target)));
  }

  /** Whether there is a file of that name, and no link. */
  boolean isFile(String name) {
    return files.getNoFollow(place + "/" + name).orElse(null) instanceof FileNode.Regular;
  }

  /** Takes away all links to a unit, and to the instances of a template. */
  void remove(String unit) {
    for (String name : files.list(place)) {
      String at = place + "/" + name;
      if (SUFFIXES.stream().anyMatch(name::endsWith)) {
        for (String entry : files.list(at)) {
          if (entry.equals(unit) || isInstanceOf(entry, unit)) {
            files.remove(at + "/" + entry);
          }
        }
      } else if (leadsTo(at, unit)) {
        files.remove(at);
      }
    }
  }

  private static boolean isInstanceOf(String entry, String template) {
    return UnitName.parse(entry)
        .filter(n -> n.isInstance() && n.template().equals(template))
        .isPresent();
  }

  /** An alias, or a link to a file of another directory; what masks is left. */
  private boolean leadsTo(String at, String unit) {
    return files.getNoFollow(at).orElse(null) instanceof FileNode.SymbolicLink link
        && !link.target().equals(NOTHING)
        && link.target().endsWith("/" + unit);
  }

  int mask(List<String> units) {
    int status = 0;
    for (String unit : units) {
      if (isFile(unit)) {
        status = 1;
      } else {
        add(unit, NOTHING);
      }
    }
    return status;
  }

  int unmask(List<String> units) {
    for (String unit : units) {
      String at = place + "/" + unit;
      if (files.getNoFollow(at).orElse(null) instanceof FileNode.SymbolicLink link
          && link.target().equals(NOTHING)) {
        files.remove(at);
      }
    }
    return 0;
  }

  /**
   * Takes away a unit's drop-ins.
   *
   * @param withFile and its file, in whose place another one is then
   */
  void revert(String unit, boolean withFile) {
    for (String directory : List.of(UnitFileStates.CONFIG, UnitFileStates.RUNTIME)) {
      files.remove(directory + "/" + unit + ".d");
      if (withFile) {
        files.remove(directory + "/" + unit);
      }
    }
  }
}
