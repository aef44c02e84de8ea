package dev.dryboot.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A host put together at random, which has no mistake: what it declares, in an order that means
 * nothing.
 *
 * @param target the system that it is for
 * @param declarations the lines of each
 */
record RandomHost(String target, List<String> declarations) {
  private static final List<String> TARGETS =
      List.of("fedora-coreos", "ubuntu 24.04", "rancheros 1.5");
  private static final List<String> IMAGES =
      List.of("docker.io/library/redis:7", "ghcr.io/example/shop:1.4", "quay.io/example/agent:2");

  static RandomHost of(Random random) {
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    boolean systemd = !target.startsWith("rancheros");
    List<String> all = new ArrayList<>();
    all.add("  hostname \"h%d\"".formatted(random.nextInt(9)));
    all.add("  sysctl vm.max_map_count = %d".formatted(65_530 + random.nextInt(1000)));
    all.add("  modules br_netfilter");
    all.add("  engine docker { }");
    if (systemd) {
      all.add("  timezone \"Europe/Berlin\"");
      all.add("  group build { gid 1500 }");
      all.add("  directory \"/opt/data\" { mode 0750 }");
      all.add("  link \"/etc/current\" -> \"/opt/data\"");
      services(random, all);
    }
    files(random, all);
    containers(random, all, systemd);
    Collections.shuffle(all, random);
    return new RandomHost(target, List.copyOf(all));
  }

  private static void services(Random random, List<String> all) {
    int number = random.nextInt(4);
    for (int i = 0; i < number; i++) {
      String before = i > 0 && random.nextBoolean() ? "    after s%d\n".formatted(i - 1) : "";
      String timer =
          random.nextInt(3) == 0
              ? "    timer { on-calendar \"%02d:00\"  persistent yes }\n"
                  .formatted(random.nextInt(24))
              : "";
      String environment = random.nextBoolean() ? "    environment A = \"x y\"\n" : "";
      all.add(
          "  service s%d {\n    type oneshot\n    exec-start \"/usr/bin/true %d\"\n%s%s%s  }"
              .formatted(i, random.nextInt(9), before, timer, environment));
    }
  }

  private static void files(Random random, List<String> all) {
    int number = 1 + random.nextInt(3);
    for (int i = 0; i < number; i++) {
      String contents = random.nextBoolean() ? "a = ${hostname}\\n" : "ü \\\"quoted\\\": {}\\n";
      all.add(
          "  file \"/etc/shop%d.conf\" { mode 06%d4  contents \"%s\" }"
              .formatted(i, 4 * random.nextInt(2), contents));
    }
  }

  private static void containers(Random random, List<String> all, boolean systemd) {
    int number = random.nextInt(4);
    for (int i = 0; i < number; i++) {
      var lines = new StringBuilder();
      lines.append("    image \"%s\"\n".formatted(IMAGES.get(random.nextInt(IMAGES.size()))));
      if (random.nextBoolean()) {
        lines.append("    publish %d -> 80\n".formatted(8000 + i));
      }
      if (random.nextBoolean()) {
        lines.append("    env MODE = \"fast\"\n    restart always\n");
      }
      if (systemd && i > 0 && random.nextBoolean()) {
        lines.append("    requires c%d\n    after c%d\n".formatted(i - 1, i - 1));
      }
      all.add("  container c%d {\n%s  }".formatted(i, lines));
    }
  }

  /** The same host, written in another order. */
  RandomHost shuffled(Random random) {
    List<String> other = new ArrayList<>(declarations);
    Collections.shuffle(other, random);
    return new RandomHost(target, other);
  }

  /** The text of its file. */
  String text() {
    return "host random {\n  targets " + target + "\n" + String.join("\n", declarations) + "\n}\n";
  }
}
