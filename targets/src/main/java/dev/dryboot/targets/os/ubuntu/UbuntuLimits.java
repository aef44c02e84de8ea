package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Limits.Limit;
import dev.dryboot.targets.os.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Ubuntu's cloud-init cannot express, and why. */
final class UbuntuLimits {
  static final Limits ALL =
      new Limits(
          List.of(
              new Limit(
                  Subject.RAID,
                  "cloud-init has no module for arrays",
                  "make the array in the image, or use fedora-coreos"),
              new Limit(
                  Subject.LUKS,
                  "cloud-init has no module for encrypted volumes",
                  "make the volume in the image, or use fedora-coreos"),
              new Limit(
                  Subject.BOOT_DEVICE,
                  "cloud-init runs from the boot disk and cannot make it anew",
                  "prepare the disk in the image"),
              new Limit(
                  Subject.PARTITION_RESIZE,
                  "cloud-init grows the root partition only",
                  "leave resize out"),
              new Limit(
                  Subject.NOTIFYING_CONTAINERS,
                  "docker's client does not pass on what a container notifies",
                  "use engine podman, or notify healthy with a healthcheck"),
              new Limit(
                  Subject.EXTENSIONS,
                  "cloud-init has no module for system extensions",
                  "install the package, or use fedora-coreos"),
              new Limit(
                  Subject.FLEET_LOCK,
                  "unattended-upgrades asks nobody before it reboots",
                  "use strategy periodic with a window for each host"),
              new Limit(
                  Subject.ENVIRONMENT,
                  "variables for all services are an idea of RancherOS",
                  "set them in each service or container"),
              new Limit(
                  Subject.SYSTEM_SCOPE,
                  "there is one engine for all containers, no second one for the system's",
                  "leave scope out"),
              new Limit(
                  Subject.WINDOWS_ISOLATION, "isolation by hyperv or process is of Windows", "")));

  /** Places that cannot be written, or do not outlive the boot. */
  static final Map<String, String> READ_ONLY = readOnly();

  private UbuntuLimits() {}

  private static Map<String, String> readOnly() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/proc", "it is the kernel's, and each boot makes it anew");
    places.put("/sys", "it is the kernel's, and each boot makes it anew");
    places.put("/dev", "it is the kernel's, and each boot makes it anew");
    places.put("/run", "it is in memory, and gone after the first boot");
    return places;
  }
}
