package dev.dryboot.cli;

import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.ignition.IgnitionReader;

/** Hand-written artifacts, and the machines that they make. */
final class Machines {
  private Machines() {}

  /** What the provisioner that reads {@code input} would say. */
  static Report read(Input input) {
    return switch (input) {
      case Input.Ignition ignition -> IgnitionReader.read(ignition.text()).report();
      default -> Report.EMPTY;
    };
  }

  /** The text of {@code input}, for its name and beginning. */
  static SourceText text(Input input) {
    return switch (input) {
      case Input.Boot boot -> boot.text();
      case Input.Ignition ignition -> ignition.text();
      case Input.CloudConfig config -> config.text();
      case Input.UnitFolder folder -> SourceText.of(folder.name(), "");
    };
  }
}
