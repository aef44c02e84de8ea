package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudConfig;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the keys that the simulation recognises and does not act on. */
final class NotedKeys {
  private static final List<String> ACTED_ON =
      List.of(
          "apt_reboot_if_required",
          "apt_update",
          "apt_upgrade",
          "apt",
          "bootcmd",
          "ca-certs",
          "ca_certs",
          "cloud_config_modules",
          "cloud_final_modules",
          "cloud_init_modules",
          "create_hostname_file",
          "device_aliases",
          "disk_setup",
          "fqdn",
          "fs_setup",
          "groups",
          "growpart",
          "hostname",
          "keyboard",
          "locale",
          "manage_etc_hosts",
          "mount_default_fields",
          "mounts",
          "ntp",
          "package_reboot_if_required",
          "package_update",
          "package_upgrade",
          "packages",
          "password",
          "phone_home",
          "power_state",
          "prefer_fqdn_over_hostname",
          "preserve_hostname",
          "resolv_conf",
          "manage_resolv_conf",
          "runcmd",
          "snap",
          "ssh_authorized_keys",
          "ssh_import_id",
          "swap",
          "timezone",
          "user",
          "users",
          "wireguard",
          "write_files",
          "yum_repo_dir",
          "yum_repos",
          "final_message",
          "version",
          "merge_how",
          "merge_type",
          "output",
          "resize_rootfs",
          "ssh_deletekeys",
          "ssh_genkeytypes",
          "ssh_quiet_keygen",
          "no_ssh_fingerprints");

  private static final Map<String, String> MODULES = modules();

  private NotedKeys() {}

  /** The module that reads a key at the top of a document. */
  static Optional<String> module(String key) {
    return Optional.ofNullable(MODULES.get(key));
  }

  static List<CloudConfig.NotedKey> of(Fields root) {
    List<CloudConfig.NotedKey> noted = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      String module = MODULES.get(entry.name());
      if (module != null
          && !ACTED_ON.contains(entry.name())
          && !ModulesNotRun.has(root, entry.name())) {
        noted.add(new CloudConfig.NotedKey(module, entry.name(), entry.key().span()));
      }
    }
    return noted;
  }

  /** Top-level keys with their modules. */
  private static Map<String, String> modules() {
    var modules = new LinkedHashMap<String, String>();
    try (InputStream in = NotedKeys.class.getResourceAsStream("modules.txt")) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(l -> !l.startsWith("#") && l.indexOf(' ') > 0)
          .forEach(
              l -> modules.put(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modules;
  }
}
