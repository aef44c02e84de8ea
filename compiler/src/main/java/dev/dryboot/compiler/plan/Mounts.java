package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A container's mounts as engines write them. */
final class Mounts {
  private Mounts() {}

  /**
   * {@code source:target:options}.
   *
   * @param volumeSuffix behind the names of volumes: {@code .volume} in quadlets
   */
  static Text of(Units.Mount mount, String volumeSuffix) {
    Text source =
        switch (mount.source()) {
          case Units.MountSource.Volume volume ->
              Text.of(volume.name() + volumeSuffix, volume.origin());
          case Units.MountSource.Path path -> path.path();
        };
    String options = mount.options().stream().map(Text::plain).collect(Collectors.joining(","));
    return source
        .plus(Text.of(":", mount.origin()))
        .plus(mount.target())
        .plus(Text.of(options.isEmpty() ? "" : ":" + options, mount.origin()));
  }

  /** A secret's file on the machine, for a variable that names it. */
  static Optional<Text> secretFile(HostModel.Entry entry) {
    return entry.value().parts().stream()
        .filter(Text.SecretPath.class::isInstance)
        .map(Text.SecretPath.class::cast)
        .findFirst()
        .map(s -> Text.of(s.path() + ":" + s.path() + ":ro", s.origin()));
  }

  /** The paths of the host that a container mounts. */
  static List<Text> hostPaths(Units.Container container) {
    return container.mounts().stream()
        .map(Units.Mount::source)
        .filter(Units.MountSource.Path.class::isInstance)
        .map(s -> ((Units.MountSource.Path) s).path())
        .toList();
  }
}
