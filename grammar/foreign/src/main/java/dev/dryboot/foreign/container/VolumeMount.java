package dev.dryboot.foreign.container;

import dev.dryboot.foreign.value.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something mounted into a container, from {@code --volume} or {@code --mount}.
 *
 * @param kind what is mounted
 * @param source a path of the host or a volume's name; absent for an anonymous volume and tmpfs
 * @param target the path in the container
 * @param options {@code ro}, {@code z}, {@code nocopy}, …
 */
public record VolumeMount(Kind kind, Optional<String> source, String target, List<String> options) {

  /** What can be mounted. */
  public enum Kind {
    BIND,
    NAMED,
    ANONYMOUS,
    TMPFS,
    OTHER
  }

  public VolumeMount {
    options = List.copyOf(options);
  }

  public boolean readOnly() {
    return options.contains("ro") || options.contains("readonly");
  }

  /** Reads a value of {@code --volume}. */
  public static Reading<VolumeMount> readVolume(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length > 3) {
      int third = parts[0].length() + parts[1].length() + parts[2].length() + 2;
      return Reading.fault(third, text.length(), "a volume has three parts at most");
    }
    if (parts.length == 1) {
      return parts[0].startsWith("/")
          ? Reading.of(new VolumeMount(Kind.ANONYMOUS, Optional.empty(), parts[0], List.of()))
          : Reading.fault(0, text.length(), "the path in the container is missing");
    }
    if (!parts[1].startsWith("/")) {
      int at = parts[0].length() + 1;
      return Reading.fault(
          at, at + parts[1].length(), "the path in the container must be absolute");
    }
    if (parts[0].isEmpty()) {
      return Reading.fault(0, 0, "the source is missing");
    }
    boolean path = parts[0].startsWith("/") || parts[0].startsWith(".") || parts[0].startsWith("~");
    boolean known = path || parts[0].startsWith("%") || parts[0].startsWith("$");
    if (!known && !parts[0].matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      return Reading.fault(
          0, parts[0].length(), "this is neither an absolute path nor a name of a volume");
    }
    List<String> options = parts.length == 3 ? List.of(parts[2].split(",", -1)) : List.of();
    return Reading.of(
        new VolumeMount(known ? Kind.BIND : Kind.NAMED, Optional.of(parts[0]), parts[1], options));
  }

  /** Reads a value of {@code --mount}. */
  public static Reading<VolumeMount> readMount(String text) {
    Kind kind = Kind.NAMED;
    Optional<String> source = Optional.empty();
    Optional<String> target = Optional.empty();
    List<String> options = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String value = part.substring(equals + 1);
      switch (equals < 0 ? part : part.substring(0, equals)) {
        case "type" -> kind = kind(value);
        case "source", "src" -> source = Optional.of(value);
        case "target", "destination", "dst" -> target = Optional.of(value);
        default -> options.add(part);
      }
    }
    if (target.isEmpty()) {
      return Reading.fault(0, text.length(), "a mount needs its target");
    }
    boolean anonymous = kind == Kind.NAMED && source.isEmpty();
    return Reading.of(
        new VolumeMount(anonymous ? Kind.ANONYMOUS : kind, source, target.get(), options));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "bind" -> Kind.BIND;
      case "volume" -> Kind.NAMED;
      case "tmpfs" -> Kind.TMPFS;
      default -> Kind.OTHER;
    };
  }
}
