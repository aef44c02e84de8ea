package dev.dryboot.simulator.cloudinit;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** What an instance without user-data has. */
final class CloudInitDefaults {
  static final UserData NOTHING =
      new UserData(
          new CloudConfig(
              new CloudConfig.Identity(
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  false,
                  true,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              new Users(List.of(), true, List.of(), List.of(), List.of(), Optional.empty()),
              new CloudStorage(List.of(), List.of(), List.of(), List.of(), Optional.empty(), true),
              CloudConfig.Packages.NONE,
              List.of(),
              Optional.empty(),
              CloudConfig.Modules.USUAL,
              List.of(),
              SourceText.of("user-data", "").whole()),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());

  private CloudInitDefaults() {}
}
