package dev.dryboot.targets.os.rancheros;

import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Limits.Limit;
import dev.dryboot.targets.os.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What RancherOS cannot express, and why (targets: scripts/schema.json of rancher/os 1.5). */
final class RancherOsLimits {
  private static final String NO_SYSTEMD =
      "there is no systemd: Docker is process 1 and services are containers";

  static final Limits ALL =
      new Limits(
          List.of(
              new Limit(
                  Subject.USERS,
                  "only rancher and docker exist, and no user can be made",
                  "give keys to the user rancher"),
              new Limit(Subject.USER_SUDO, "there is no file for it that outlives the console", ""),
              new Limit(
                  Subject.SSH_IMPORT_ID,
                  "keys are taken as they are",
                  "write the keys with ssh-authorized-keys"),
              new Limit(Subject.GROUPS, "no group can be made", ""),
              new Limit(
                  Subject.FILE_APPEND, "write_files replaces whole files", "write the whole file"),
              new Limit(
                  Subject.TIMEZONE,
                  "the console has no time zones, and is made anew by updates",
                  "set TZ in the containers that need it"),
              new Limit(
                  Subject.LOCALE,
                  "the console has no locales",
                  "set LANG in the containers that need it"),
              new Limit(Subject.KEYMAP, "the console loads no keymap", ""),
              new Limit(
                  Subject.DISKS,
                  "partitions are not made; only a state disk is formatted, by rancher.state",
                  "prepare the disk, and name its partition"),
              new Limit(Subject.RAID, "arrays are found, not made", "make the array beforehand"),
              new Limit(
                  Subject.LUKS,
                  "encrypted volumes are opened, not made",
                  "make the volume beforehand"),
              new Limit(Subject.BOOT_DEVICE, "ros install lays out the boot disk", ""),
              new Limit(Subject.SWAP_FILES, "no swap file is made", "use a swap partition"),
              new Limit(Subject.SERVICES, NO_SYSTEMD, "make it a container"),
              new Limit(Subject.UNITS, NO_SYSTEMD, "make it a container"),
              new Limit(
                  Subject.DROPINS,
                  NO_SYSTEMD,
                  "set what it changes on the engine or the container"),
              new Limit(Subject.QUADLETS, NO_SYSTEMD, "make it a container"),
              new Limit(Subject.SOCKETS, NO_SYSTEMD, "let the container listen itself"),
              new Limit(
                  Subject.PODMAN, "the engines are system-docker and docker", "use engine docker"),
              new Limit(
                  Subject.SYSTEMD_SUPERVISOR,
                  NO_SYSTEMD,
                  "leave supervisor out: docker supervises"),
              new Limit(
                  Subject.CONTAINER_NETWORKS,
                  "services are compose version 1, which knows no networks",
                  "use network host or the default bridge"),
              new Limit(
                  Subject.HEALTHCHECKS,
                  "services are compose version 1, which knows no health checks",
                  "check from outside"),
              new Limit(
                  Subject.READINESS,
                  "after means started, and nothing tells when a service is ready",
                  "let the client retry"),
              new Limit(
                  Subject.NOTIFYING_CONTAINERS,
                  "after means started, and nothing tells when a service is ready",
                  "let the client retry"),
              new Limit(
                  Subject.KERNEL_ARGUMENTS,
                  "they are set by ros install --append or ros config syslinux, not by cloud-config",
                  "give them to ros install"),
              new Limit(
                  Subject.PACKAGES,
                  "the default console has no package manager and is made anew by updates",
                  "run the program in a container"),
              new Limit(Subject.REPOSITORIES, "there is no package manager", ""),
              new Limit(Subject.SNAPS, "there is no snapd", ""),
              new Limit(Subject.EXTENSIONS, "there is no systemd-sysext", ""),
              new Limit(
                  Subject.CERTIFICATE_AUTHORITIES,
                  "each container brings its own authorities",
                  "mount the file into the containers that need it"),
              new Limit(Subject.FLEET_LOCK, "RancherOS does not reboot by itself", ""),
              new Limit(
                  Subject.UPDATE_WINDOWS,
                  "RancherOS does not reboot by itself",
                  "run ros os upgrade from outside"),
              new Limit(Subject.UPDATE_GATES, "an upgrade is not rolled back by itself", ""),
              new Limit(
                  Subject.WINDOWS_ISOLATION, "isolation by hyperv or process is of Windows", "")));

  static final Map<String, String> READ_ONLY = readOnly();

  private RancherOsLimits() {}

  private static Map<String, String> readOnly() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/proc", "it is the kernel's, and each boot makes it anew");
    places.put("/sys", "it is the kernel's, and each boot makes it anew");
    places.put("/dev", "it is the kernel's, and each boot makes it anew");
    return places;
  }
}
