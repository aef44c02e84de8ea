package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The names that systemd knows a host's things by. */
public final class UnitNames {
  private UnitNames() {}

  /** The units that a reference means: several where a container has replicas. */
  static List<String> of(UnitRef ref, HostModel host) {
    return switch (ref) {
      case UnitRef.OfSystem system ->
          List.of(system.name().contains(".") ? system.name() : system.name() + ".service");
      case UnitRef.OfHost own when isForEachConnection(own.name(), host) ->
          List.of(own.name() + ".socket");
      case UnitRef.OfHost own ->
          host.units().containers().stream()
              .filter(c -> c.name().equals(own.name()))
              .findFirst()
              .map(UnitNames::instances)
              .orElse(List.of(own.name()))
              .stream()
              .map(n -> n + ".service")
              .toList();
    };
  }

  /**
   * A service's unit: a template, where each connection starts an instance of it. What refers to
   * that one means its socket, since the template itself never runs.
   */
  static String of(Units.Service service) {
    String name = service.unit().name().value();
    return name + (service.unit().isForEachConnection() ? "@" : "") + ".service";
  }

  private static boolean isForEachConnection(String name, HostModel host) {
    return host.units().services().stream()
        .map(Units.Service::unit)
        .anyMatch(u -> u.name().value().equals(name) && u.isForEachConnection());
  }

  /** The names of a container's instances: its own where it has no replicas. */
  static List<String> instances(Units.Container container) {
    return container.replicas() <= 1
        ? List.of(container.name())
        : IntStream.rangeClosed(1, container.replicas())
            .mapToObj(i -> container.name() + "-" + i)
            .toList();
  }

  /** A path as part of a unit's name, as {@code systemd-escape --path} writes it. */
  public static String escapePath(String path) {
    String trimmed = path.replaceAll("/+", "/").replaceAll("^/|/$", "");
    if (trimmed.isEmpty()) {
      return "-";
    }
    StringBuilder escaped = new StringBuilder();
    byte[] bytes = trimmed.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean plain =
          c < 0x80 && (Character.isLetterOrDigit(c) || c == ':' || c == '_' || (c == '.' && i > 0));
      if (c == '/') {
        escaped.append('-');
      } else if (plain) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\x%02x", (int) c));
      }
    }
    return escaped.toString();
  }
}
