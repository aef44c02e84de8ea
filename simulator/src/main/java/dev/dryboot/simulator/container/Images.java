package dev.dryboot.simulator.container;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.Typical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The images that an engine has, and how it fetches those that it has not. */
public final class Images {
  private static final String KIND = "image/repositories";
  private static final long MIB = 1L << 20;

  /** Compressed sizes for amd64 in MiB, as Docker Hub shows them for late 2025, rounded. */
  private static final Map<String, Integer> SIZES = new TreeMap<>();

  static {
    String table =
        "alpine 4 busybox 2 hello-world 1 debian 48 ubuntu 29 fedora 66 nginx 70 httpd 58 redis 52"
            + " valkey 45 postgres 155 mysql 230 mariadb 122 mongo 310 memcached 30 rabbitmq 110"
            + " haproxy 40 traefik 55 caddy 22 registry 18 etcd 22 consul 75 vault 160 grafana 140"
            + " prometheus 115 alertmanager 32 node-exporter 12 influxdb 150 telegraf 170"
            + " elasticsearch 620 kibana 430 logstash 440 jenkins 290 gitea 75 gitlab-ce 1350"
            + " nextcloud 430 wordpress 250 ghost 190 node 390 python 375 golang 300 openjdk 240"
            + " ruby 360 php 180 tomcat 210 bb 2 minio 65 keycloak 220 nats 10 zookeeper 130"
            + " kafka 260 adguardhome 30 pihole 55 homeassistant 600 portainer 90 watchtower 7"
            + " cadvisor 35 loki 30 promtail 75 fluentd 40 vector 70 toolbox 130 ubi 80";
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      SIZES.put(words[i], Integer.parseInt(words[i + 1]));
    }
  }

  private final Machine machine;
  private final String engine;
  private final Store store;
  private final Map<String, List<Consumer<Boolean>>> pulling = new LinkedHashMap<>();

  Images(Machine machine, String engine, Store store) {
    this.machine = machine;
    this.engine = engine;
    this.store = store;
  }

  public boolean has(String reference) {
    return store.has(KIND, reference);
  }

  public void add(String reference) {
    store.add(KIND, reference);
  }

  public void remove(String reference) {
    store.drop(KIND, reference);
  }

  /** Bytes that come over the network for an image. */
  static long bytes(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    String tag = colon < 0 ? "" : name.substring(colon + 1);
    Integer size = SIZES.get(colon < 0 ? name : name.substring(0, colon));
    long bytes = size == null ? Typical.IMAGE_BYTES.amount() : size * MIB;
    return tag.contains("alpine") || tag.contains("slim") ? Math.max(MIB, bytes / 3) : bytes;
  }

  /** Fetches an image; who asks while it is being fetched waits for the same bytes. */
  public void pull(String reference, String asker, Consumer<Boolean> done) {
    List<Consumer<Boolean>> others = pulling.get(reference);
    if (others != null) {
      others.add(done);
      return;
    }
    Optional<Uplink> line = machine.port(Uplink.class);
    if (line.isEmpty() || !line.get().up()) {
      machine.kernel().after(Typical.NO_ROUTE.amount(), () -> done.accept(false));
      return;
    }
    var waiting = new ArrayList<Consumer<Boolean>>();
    waiting.add(done);
    pulling.put(reference, waiting);
    long bytes = bytes(reference);
    machine.publish(new Fact.PullStarted(engine, reference, bytes, asker));
    machine
        .kernel()
        .after(
            Typical.HTTP_REQUEST.amount(),
            () -> line.get().fetch(bytes, complete -> unpack(reference, bytes, complete)));
  }

  private void unpack(String reference, long bytes, boolean complete) {
    long time = complete ? bytes * 1_000_000 / Typical.UNPACK_BYTES_PER_SECOND.amount() : 0;
    machine
        .kernel()
        .after(
            time,
            () -> {
              List<Consumer<Boolean>> waiting = pulling.remove(reference);
              if (complete) {
                add(reference);
              }
              machine.publish(new Fact.PullEnded(engine, reference, complete));
              if (waiting != null) {
                waiting.forEach(w -> w.accept(complete));
              }
            });
  }
}
