package dev.dryboot.targets.os.rancheros;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of {@code docker run} as keys of a compose file, version 1 (libcompose). */
final class ComposeWords {
  static final Map<String, String> KEYS = keys();

  static final List<String> LISTS =
      List.of(
          "cap_add",
          "cap_drop",
          "devices",
          "dns",
          "dns_search",
          "env_file",
          "expose",
          "extra_hosts",
          "links",
          "security_opt",
          "volumes_from");

  static final List<String> SWITCHES = List.of("privileged", "read_only");

  private ComposeWords() {}

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("add-host", "extra_hosts");
    keys.put("cap-add", "cap_add");
    keys.put("cap-drop", "cap_drop");
    keys.put("cgroup-parent", "cgroup_parent");
    keys.put("cpu-quota", "cpu_quota");
    keys.put("cpu-shares", "cpu_shares");
    keys.put("cpuset-cpus", "cpuset");
    keys.put("device", "devices");
    keys.put("dns", "dns");
    keys.put("dns-search", "dns_search");
    keys.put("domainname", "domainname");
    keys.put("env-file", "env_file");
    keys.put("expose", "expose");
    keys.put("hostname", "hostname");
    keys.put("ipc", "ipc");
    keys.put("link", "links");
    keys.put("log-driver", "log_driver");
    keys.put("mac-address", "mac_address");
    keys.put("memory", "mem_limit");
    keys.put("memory-swap", "memswap_limit");
    keys.put("pid", "pid");
    keys.put("privileged", "privileged");
    keys.put("read-only", "read_only");
    keys.put("security-opt", "security_opt");
    keys.put("stop-signal", "stop_signal");
    keys.put("user", "user");
    keys.put("uts", "uts");
    keys.put("volume-driver", "volume_driver");
    keys.put("volumes-from", "volumes_from");
    keys.put("workdir", "working_dir");
    return keys;
  }
}
