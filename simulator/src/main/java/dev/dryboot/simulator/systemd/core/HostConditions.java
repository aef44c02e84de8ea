package dev.dryboot.simulator.systemd.core;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.KernelCommandLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Conditions about the machine and its kernel, for which files do not matter. */
final class HostConditions {
  private static final List<String> VM_IDS =
      List.of(
          "qemu",
          "kvm",
          "amazon",
          "zvm",
          "vmware",
          "microsoft",
          "oracle",
          "powervm",
          "xen",
          "bochs",
          "uml",
          "parallels",
          "bhyve",
          "qnx",
          "acrn",
          "apple",
          "sre",
          "google",
          "vm-other");

  /** What each x86-64 processor can do, by the names that systemd has (virt.c: cpuid tables). */
  private static final Set<String> X86_64 =
      Set.of(
          "fpu", "vme", "de", "pse", "tsc", "msr", "pae", "mce", "cx8", "apic", "sep", "mtrr",
          "pge", "mca", "cmov", "pat", "pse36", "clflush", "mmx", "fxsr", "sse", "sse2", "syscall",
          "lm");

  /** Capabilities up to the last one of Linux 5.9, by their numbers (capability.h). */
  private static final List<String> CAPABILITIES =
      List.of(
          "chown",
          "dac_override",
          "dac_read_search",
          "fowner",
          "fsetid",
          "kill",
          "setgid",
          "setuid",
          "setpcap",
          "linux_immutable",
          "net_bind_service",
          "net_broadcast",
          "net_admin",
          "net_raw",
          "ipc_lock",
          "ipc_owner",
          "sys_module",
          "sys_rawio",
          "sys_chroot",
          "sys_ptrace",
          "sys_pacct",
          "sys_admin",
          "sys_boot",
          "sys_nice",
          "sys_resource",
          "sys_time",
          "sys_tty_config",
          "mknod",
          "lease",
          "audit_write",
          "audit_control",
          "setfcap",
          "mac_override",
          "mac_admin",
          "syslog",
          "wake_alarm",
          "block_suspend",
          "audit_read",
          "perfmon",
          "bpf",
          "checkpoint_restore");

  private static final List<String> CONTROLLERS = List.of("cpu", "cpuset", "io", "memory", "pids");

  private final ProcessOne processOne;

  HostConditions(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** A pattern for the host name, in any case, or the machine's id. */
  boolean isNamed(String what) {
    String hostname = processOne.facts().hostname();
    return Glob.matches(what.toLowerCase(Locale.ROOT), hostname.toLowerCase(Locale.ROOT))
        || what.replace("-", "").equalsIgnoreCase(processOne.facts().machineId());
  }

  boolean isVirtualized(String what) {
    String kind = processOne.facts().virtualization();
    boolean isVm = VM_IDS.contains(kind);
    boolean isAny = !kind.equals("none");
    Optional<Boolean> any = Scalars.readBoolean(what).value();
    if (any.isPresent()) {
      return any.get() == isAny;
    }
    return switch (what) {
      case "vm" -> isVm;
      case "container" -> isAny && !isVm;
      case "private-users" -> false;
      default -> isAny && what.equals(kind);
    };
  }

  boolean isArchitecture(String what) {
    return what.equals("native") || what.equals(processOne.machine().architecture());
  }

  boolean isSecuredBy(String what) {
    return processOne.facts().security().contains(what);
  }

  /** {@code uefi}, a device tree, or fields of the firmware's tables, which nobody knows. */
  Optional<Boolean> hasFirmware(String what) {
    if (what.matches("smbios-field\\([^<>=!$]*\\)")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (what) {
          case "uefi" -> processOne.machine().files().exists("/sys/firmware/efi");
          case "device-tree" -> processOne.machine().files().exists("/sys/firmware/devicetree");
          default -> false;
        });
  }

  /** A version of control groups, or controllers; names of none are not looked at. */
  boolean hasControllers(String what) {
    boolean unified = isUnified();
    if (what.equals("v1") || what.equals("v2")) {
      return what.equals("v2") == unified;
    }
    List<String> known = List.of("cpuacct", "blkio", "devices", "bpf-firewall", "bpf-devices");
    return Words.split(what, Words.Style.PLAIN).texts().stream()
        .filter(w -> CONTROLLERS.contains(w) || known.contains(w))
        .allMatch(w -> CONTROLLERS.contains(w) || w.startsWith("bpf-") || !unified);
  }

  private boolean isUnified() {
    KernelCommandLine commandLine = processOne.machine().commandLine();
    return !processOne.version().canGoWithoutUnifiedGroups()
        || commandLine
            .value("systemd.unified_cgroup_hierarchy")
            .flatMap(v -> Scalars.readBoolean(v).value())
            .orElse(true);
  }

  /** Process 1 of a machine has all of them; empty where there is no such one. */
  Optional<Boolean> hasCapability(String what) {
    String name = what.toLowerCase(Locale.ROOT);
    boolean known =
        name.startsWith("cap_") && CAPABILITIES.contains(name.substring(4))
            || Scalars.readNumber(what, 0, CAPABILITIES.size() - 1L).value().isPresent();
    return known ? Optional.of(true) : Optional.empty();
  }

  /** Those that the system was handed: in a directory, or on the kernel's command line. */
  boolean hasCredential(String name) {
    if (name.isEmpty() || name.contains("/")) {
      return false;
    }
    boolean given =
        processOne.machine().commandLine().arguments().stream()
            .anyMatch(
                a ->
                    a.startsWith("systemd.set_credential=" + name + ":")
                        || a.startsWith("systemd.set_credential_binary=" + name + ":"));
    return given
        || processOne.machine().files().exists("/run/credentials/@system/" + name)
        || processOne.machine().files().exists("/run/credentials/@encrypted/" + name);
  }

  boolean everyProcessorCan(String feature) {
    return isArchitecture("x86-64") && X86_64.contains(feature);
  }
}
