package dev.dryboot.targets.os.rancheros;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table of the services that RancherOS brings. */
final class StockServices {
  private static final String TABLE = "services.txt";

  /** Words of the table and the labels they stand for. */
  private static final Map<String, String> LABELS =
      Map.of(
          "after", "io.rancher.os.after",
          "before", "io.rancher.os.before",
          "detach", "io.rancher.os.detach",
          "createonly", "io.rancher.os.createonly",
          "reloadconfig", "io.rancher.os.reloadconfig",
          "rebuild", "io.docker.compose.rebuild",
          "cron", "cron.schedule");

  private StockServices() {}

  static List<Service> read() {
    SourceText table = SourceText.of("rancheros/" + TABLE, text());
    List<Service> services = new ArrayList<>();
    for (int line = 1; line <= table.lineCount(); line++) {
      String words = table.line(line).strip();
      if (!words.isEmpty() && !words.startsWith("#")) {
        services.add(service(words, table.lineSpan(line)));
      }
    }
    return services;
  }

  private static String text() {
    try (InputStream in = StockServices.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + TABLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + TABLE, e);
    }
  }

  private static Service service(String line, Span at) {
    String[] halves = line.split(" -- ", 2);
    String[] words = halves[0].strip().split("\\s+");
    List<String> command =
        halves.length < 2 ? List.of() : Arrays.asList(halves[1].strip().split("\\s+"));
    Map<String, Located<String>> labels = new LinkedHashMap<>();
    labels.put("io.rancher.os.scope", new Located<>("system", at));
    Map<String, String> others = new LinkedHashMap<>();
    for (String word : List.of(words).subList(1, words.length)) {
      String[] pair = word.split("=", 2);
      String label = LABELS.get(pair[0]);
      if (label == null) {
        others.put(pair[0], pair[1]);
      } else {
        String value = pair[0].equals("cron") ? pair[1].replace(',', ' ') : pair[1];
        labels.put(label, new Located<>(value, at));
      }
    }
    List<Located<String>> volumesFrom =
        Optional.ofNullable(others.get("volumes-from")).stream()
            .flatMap(v -> Arrays.stream(v.split(",", -1)))
            .map(v -> new Located<>(v, at))
            .toList();
    return new Service(
        new Located<>(words[0], at),
        Optional.of(new Located<>(image(words[0]), at)),
        command,
        Optional.ofNullable(others.get("restart")).map(r -> new Located<>(r, at)),
        Optional.of(new Located<>("host", at)),
        true,
        List.of(),
        List.of(),
        volumesFrom,
        List.of(),
        Map.of(),
        labels,
        Map.of(),
        at);
  }

  private static String image(String service) {
    return switch (service) {
      case "console" -> "rancher/os-console:v1.5.8";
      case "docker" -> "rancher/os-docker:19.03.15";
      case "syslog" -> "rancher/os-syslog:v1.5.8";
      case "acpid" -> "rancher/os-acpid:v1.5.8";
      case "system-cron" -> "rancher/container-crontab:v0.4.0";
      case "logrotate" -> "rancher/os-logrotate:v1.5.8";
      default -> "rancher/os-base:v1.5.8";
    };
  }
}
