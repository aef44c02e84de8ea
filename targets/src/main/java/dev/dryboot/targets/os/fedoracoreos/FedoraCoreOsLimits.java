package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.targets.os.Limits;
import dev.dryboot.targets.os.Limits.Limit;
import dev.dryboot.targets.os.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Fedora CoreOS cannot express, and why. */
final class FedoraCoreOsLimits {
  static final Limits ALL =
      new Limits(
          List.of(
              new Limit(
                  Subject.SSH_IMPORT_ID,
                  "Ignition takes keys as they are and fetches none by account",
                  "write the keys with ssh-authorized-keys"),
              new Limit(
                  Subject.MBR_TABLES, "Ignition writes GPT tables only", "leave table-type out"),
              new Limit(
                  Subject.PARTITION_SHARES,
                  "Ignition takes sizes in MiB and does not know how large the disk is",
                  "give a size, or rest for the last partition"),
              new Limit(
                  Subject.NOTIFYING_CONTAINERS,
                  "docker's client does not pass on what a container notifies",
                  "use engine podman, or notify healthy with a healthcheck"),
              new Limit(Subject.SNAPS, "there is no snapd", "run it as a container"),
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

  /** Places that cannot be written, or do not outlive the first boot. */
  static final Map<String, String> READ_ONLY = readOnly();

  private FedoraCoreOsLimits() {}

  private static Map<String, String> readOnly() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/usr", "/usr is read-only: it is the image");
    places.put("/proc", "it is the kernel's, and each boot makes it anew");
    places.put("/sys", "it is the kernel's, and each boot makes it anew");
    places.put("/dev", "it is the kernel's, and each boot makes it anew");
    places.put("/run", "it is in memory, and gone after the first boot");
    places.put("/tmp", "it is in memory, and gone after the first boot");
    return places;
  }
}
