package dev.dryboot.simulator.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of {@code daemon.json}, and the flags that say the same (dockerd reference, "Daemon
 * configuration file"; moby, daemon/config).
 */
final class DaemonKeys {
  /** What a key takes. */
  enum Kind {
    TEXT("text in quotes"),
    TRUTH("true or false"),
    NUMBER("a number"),
    LIST("a list"),
    TEXTS("a mapping of texts in quotes"),
    TRUTHS("a mapping of true or false"),
    MAPPINGS("a mapping of mappings"),
    ANY("a value");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean takes(Object value) {
      return switch (this) {
        case TEXT -> value instanceof String;
        case TRUTH -> value instanceof Boolean;
        case NUMBER -> value instanceof Double;
        case LIST -> value instanceof List;
        case TEXTS -> isMapping(value, String.class);
        case TRUTHS -> isMapping(value, Boolean.class);
        case MAPPINGS -> isMapping(value, Map.class);
        case ANY -> true;
      };
    }

    private static boolean isMapping(Object value, Class<?> of) {
      return value instanceof Map<?, ?> map && map.values().stream().allMatch(of::isInstance);
    }
  }

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add(
        Kind.TEXT,
        "api-cors-header bip bip6 bridge cgroup-parent cluster-advertise cluster-store containerd"
            + " containerd-namespace containerd-plugin-namespace containerd-plugins-namespace"
            + " data-root default-cgroupns-mode default-gateway default-gateway-v6"
            + " default-ipc-mode default-runtime exec-root firewall-backend fixed-cidr"
            + " fixed-cidr-v6 graph group host-gateway-ip http-proxy https-proxy init-path ip"
            + " log-driver log-format log-level metrics-addr min-api-version no-proxy pidfile"
            + " seccomp-profile storage-driver swarm-default-advertise-addr tlscacert tlscert"
            + " tlskey userland-proxy-path userns-remap");
    add(
        Kind.TRUTH,
        "allow-direct-routing cri-containerd debug experimental icc init ip-forward"
            + " ip-forward-no-drop ip-masq ip6tables iptables ipv6 live-restore no-new-privileges"
            + " raw-logs rootless selinux-enabled tls tlsverify userland-proxy");
    add(
        Kind.NUMBER,
        "cpu-rt-period cpu-rt-runtime max-concurrent-downloads max-concurrent-uploads"
            + " max-download-attempts mtu network-control-plane-mtu network-diagnostic-port"
            + " oom-score-adjust shutdown-timeout");
    add(
        Kind.LIST,
        "allow-nondistributable-artifacts authorization-plugins cdi-spec-dirs"
            + " default-address-pools dns dns-opts dns-search exec-opts host-gateway-ips hosts"
            + " insecure-registries labels node-generic-resources registry-mirrors storage-opts");
    add(Kind.TEXTS, "cluster-store-opts log-opts");
    add(Kind.TRUTHS, "features");
    add(Kind.MAPPINGS, "default-network-opts default-ulimits runtimes");
    add(Kind.ANY, "bridge-accept-fwmark builder default-shm-size deprecated-key-path proxies");
  }

  /** Flags whose key has another name: most may be repeated, and the key is a list. */
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("-D", "debug"),
          Map.entry("-G", "group"),
          Map.entry("-H", "hosts"),
          Map.entry("-b", "bridge"),
          Map.entry("-g", "graph"),
          Map.entry("-l", "log-level"),
          Map.entry("-p", "pidfile"),
          Map.entry("-s", "storage-driver"),
          Map.entry("--authorization-plugin", "authorization-plugins"),
          Map.entry("--default-address-pool", "default-address-pools"),
          Map.entry("--default-network-opt", "default-network-opts"),
          Map.entry("--default-ulimit", "default-ulimits"),
          Map.entry("--dns-opt", "dns-opts"),
          Map.entry("--exec-opt", "exec-opts"),
          Map.entry("--host", "hosts"),
          Map.entry("--insecure-registry", "insecure-registries"),
          Map.entry("--label", "labels"),
          Map.entry("--log-opt", "log-opts"),
          Map.entry("--node-generic-resource", "node-generic-resources"),
          Map.entry("--registry-mirror", "registry-mirrors"),
          Map.entry("--storage-opt", "storage-opts"));

  private DaemonKeys() {}

  private static void add(Kind kind, String keys) {
    for (String key : keys.split(" ", -1)) {
      KINDS.put(key, kind);
    }
  }

  /** What a key takes; empty where there is no such key. */
  static Optional<Kind> kind(String key) {
    return Optional.ofNullable(KINDS.get(key));
  }

  /** The key that says the same as a word of the command line; empty where it is no flag. */
  static Optional<String> ofFlag(String word) {
    String flag = word.split("=", 2)[0];
    return word.startsWith("-")
        ? Optional.of(FLAGS.getOrDefault(flag, flag.replaceFirst("^-+", "")))
        : Optional.empty();
  }
}
