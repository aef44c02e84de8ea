package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An image's name is one that its engine can pull. */
final class ImageNames {
  /** Where podman takes images from besides registries (containers-transports(5)); quadlets. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:containers-storage|dir|docker-archive|docker-daemon|oci|oci-archive|ostree|sif):.*"
              + "|[^/:]+\\.(?:image|build)");

  private ImageNames() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    for (Units.Container container : host.units().containers()) {
      Text image = container.image().forInstance(1);
      String name = image.plain();
      if (image.facts().isEmpty() && !name.isBlank() && !OTHER.matcher(name).matches()) {
        image(image, name).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> image(Text image, String name) {
    return switch (ImageReference.read(name)) {
      case Reading.Fault<ImageReference> fault ->
          Optional.of(
              Diagnostic.of(
                      ModelRules.IMAGE_NAME,
                      Severity.ERROR,
                      image.origin(),
                      "%s cannot be an image: %s".formatted(name, fault.message()))
                  .why("the engine refuses the name, and the container never starts")
                  .help(help(name)));
      case Reading.Value<ImageReference>(ImageReference read) when read.isRegistryByCapitals() ->
          Optional.of(
              Diagnostic.of(
                      ModelRules.IMAGE_NAME,
                      Severity.WARNING,
                      image.origin(),
                      "%s is taken for a registry, since it has a capital letter"
                          .formatted(read.domain()))
                  .why("the engine asks a machine of that name for the image")
                  .help(help(name)));
      case Reading.Value<ImageReference> fine -> Optional.empty();
    };
  }

  /** The name in lower case, where that mends it. */
  private static String help(String name) {
    int slash = name.lastIndexOf('/') + 1;
    int colon = name.indexOf(':', slash);
    int at = name.indexOf('@');
    int end = at >= 0 && (colon < 0 || at < colon) ? at : colon < 0 ? name.length() : colon;
    String lower = name.substring(0, end).toLowerCase(java.util.Locale.ROOT) + name.substring(end);
    boolean mended = !lower.equals(name) && ImageReference.read(lower).value().isPresent();
    return mended
        ? "did you mean %s?".formatted(lower)
        : "it is written registry/name:tag, in lower case but for the tag";
  }
}
