package dev.dryboot.targets.os;

import java.util.Locale;

/** Something a host can ask for, as limits name it. */
public enum Subject {
  HOSTNAME,
  TIMEZONE,
  LOCALE,
  KEYMAP,
  CONSOLE,
  PLATFORM,
  USERS,
  USER_SUDO,
  SSH_IMPORT_ID,
  GROUPS,
  FILES,
  FILE_APPEND,
  REMOTE_FILES,
  DIRECTORIES,
  LINKS,
  HARD_LINKS,
  DISKS,
  PARTITION_START,
  PARTITION_RESIZE,
  RAID,
  LUKS,
  BOOT_DEVICE,
  FILESYSTEMS,
  MOUNTS,
  SWAP_DEVICES,
  SWAP_FILES,
  SERVICES,
  UNITS,
  DROPINS,
  QUADLETS,
  TIMERS,
  SOCKETS,
  PODMAN,
  DOCKER,
  ENGINE_SUPERVISOR,
  CONTAINER_NETWORKS,
  REPLICAS,
  HEALTHCHECKS,
  READINESS,
  REGISTRIES,
  SYSCTL,
  MODULES,
  KERNEL_ARGUMENTS,
  PACKAGES,
  REPOSITORIES,
  SNAPS,
  EXTENSIONS,
  INTERFACES,
  DNS,
  NTP,
  PROXY,
  FIREWALL,
  CERTIFICATE_AUTHORITIES,
  UPDATES,
  FLEET_LOCK,
  MACHINE_FACTS;

  /** The words for it: {@code kernel arguments}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
