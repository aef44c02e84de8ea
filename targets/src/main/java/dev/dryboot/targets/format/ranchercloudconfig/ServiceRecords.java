package dev.dryboot.targets.format.ranchercloudconfig;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of services in Compose's first version. */
final class ServiceRecords {
  private ServiceRecords() {}

  static List<Service> services(Fields fields) {
    List<Service> services = new ArrayList<>();
    for (Node.Entry entry : fields.entries()) {
      if (entry.value() instanceof Node.Mapping mapping) {
        services.add(service(new Located<>(entry.name(), entry.key().span()), Fields.of(mapping)));
      }
    }
    return services;
  }

  private static Service service(Located<String> name, Fields fields) {
    Map<String, String> environment = new LinkedHashMap<>();
    pairs(fields, "environment").forEach((k, v) -> environment.put(k, v.value()));
    return new Service(
        name,
        fields.text("image"),
        fields.get("command").map(RancherRecords::words).orElse(List.of()),
        fields.scalar("restart"),
        fields.text("net"),
        fields.is("privileged"),
        scalars(fields, "ports"),
        scalars(fields, "volumes"),
        scalars(fields, "volumes_from"),
        scalars(fields, "links"),
        environment,
        pairs(fields, "labels"),
        RancherRecords.scalars(fields),
        fields.at());
  }

  private static List<Located<String>> scalars(Fields fields, String key) {
    return fields.items(key).stream()
        .filter(Node.Scalar.class::isInstance)
        .map(n -> new Located<>(((Node.Scalar) n).text(), n.span()))
        .toList();
  }

  /** A mapping, or a list of {@code key=value}. */
  private static Map<String, Located<String>> pairs(Fields fields, String key) {
    Map<String, Located<String>> pairs = new LinkedHashMap<>();
    fields
        .child(key)
        .entries()
        .forEach(
            e -> {
              if (e.value() instanceof Node.Scalar scalar) {
                pairs.put(e.name(), new Located<>(scalar.text(), scalar.span()));
              }
            });
    for (Located<String> item : scalars(fields, key)) {
      int equals = item.value().indexOf('=');
      String name = equals < 0 ? item.value() : item.value().substring(0, equals);
      pairs.put(name, item.map(v -> equals < 0 ? "" : v.substring(equals + 1)));
    }
    return pairs;
  }
}
