package dev.dryboot.simulator.cloudinit;

import java.util.List;

/**
 * A stage and the modules that it runs, in this order (cloud-init 26.2, config/cloud.cfg.tmpl, as
 * Ubuntu has it).
 */
enum CloudInitStage {
  LOCAL("local", ""),
  NETWORK(
      "network",
      "seed_random bootcmd write_files growpart resizefs disk_setup mounts set_hostname"
          + " update_hostname update_etc_hosts ca_certs rsyslog users_groups ssh"
          + " set_passwords"),
  CONFIG(
      "config",
      "wireguard snap ubuntu_autoinstall ssh_import_id keyboard locale grub_dpkg"
          + " apt_pipelining apt_configure ubuntu_pro ntp timezone"
          + " disable_ec2_metadata runcmd byobu"),
  FINAL(
      "final",
      "package_update_upgrade_install fan landscape lxd ubuntu_drivers write_files_deferred puppet"
          + " chef ansible mcollective salt_minion reset_rmc scripts_vendor scripts_per_once"
          + " scripts_per_boot scripts_per_instance scripts_user ssh_authkey_fingerprints"
          + " keys_to_console install_hotplug phone_home final_message power_state_change");

  /** These run at every boot; all others once for an instance. */
  private static final List<String> ALWAYS =
      List.of(
          "bootcmd",
          "chef",
          "disable_ec2_metadata",
          "final_message",
          "growpart",
          "resizefs",
          "scripts_per_boot",
          "update_etc_hosts",
          "update_hostname",
          "zypper_add_repo");

  private final String word;
  private final List<String> modules;

  CloudInitStage(String word, String modules) {
    this.word = word;
    this.modules = modules.isEmpty() ? List.of() : List.of(modules.split(" ", -1));
  }

  /** As cloud-init calls it. */
  String word() {
    return word;
  }

  /** The modules, or the ones that the user listed instead. */
  List<String> modules(CloudConfig.Modules own) {
    List<String> listed =
        switch (this) {
          case LOCAL -> List.of();
          case NETWORK -> own.init();
          case CONFIG -> own.config();
          case FINAL -> own.end();
        };
    return listed.isEmpty() ? modules : listed;
  }

  static boolean everyBoot(String module) {
    return ALWAYS.contains(module);
  }
}
