package dev.dryboot.cli;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.systemd.unit.ReadUnitFiles;
import dev.dryboot.targets.image.FileBundle;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The unit files of base images, which are the same for all machines of a run. Reading them takes a
 * good part of a short run, so it is done while there is something to wait for.
 */
final class BaseUnitFiles {
  private static final List<Supplier<List<FileBundle>>> IMAGES =
      List.of(FedoraCoreOsBase::files, UbuntuBase::files);

  private final ReadUnitFiles read;

  /**
   * @param read keeps what was read
   */
  BaseUnitFiles(ReadUnitFiles read) {
    this.read = read;
  }

  /** Reads one after the other for as long as {@code waiting} holds. */
  void readWhile(BooleanSupplier waiting) {
    for (Supplier<List<FileBundle>> image : IMAGES) {
      if (!waiting.getAsBoolean()) {
        return;
      }
      image.get().forEach(bundle -> readWhile(waiting, bundle));
    }
  }

  private void readWhile(BooleanSupplier waiting, FileBundle bundle) {
    for (Map.Entry<String, FileNode> file : bundle.files().entrySet()) {
      if (!waiting.getAsBoolean()) {
        return;
      }
      if (file.getKey().contains("/systemd/system/")
          && file.getValue() instanceof FileNode.Regular unit) {
        read.read(unit.content());
      }
    }
  }
}
