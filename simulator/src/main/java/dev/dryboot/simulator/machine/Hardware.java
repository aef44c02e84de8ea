package dev.dryboot.simulator.machine;

import java.util.List;

/**
 * What a machine is made of.
 *
 * @param architecture as systemd names it: {@code x86-64}, {@code arm64}
 * @param memory bytes
 * @param processors how many
 * @param disks whole disks, in the order of their names
 * @param interfaces network interfaces, in the order of their names
 * @param virtualization as {@code systemd-detect-virt} says it: {@code kvm}, {@code none}, …
 */
public record Hardware(
    String architecture,
    long memory,
    int processors,
    List<Disk> disks,
    List<Nic> interfaces,
    String virtualization) {

  public Hardware {
    disks = List.copyOf(disks);
    interfaces = List.copyOf(interfaces);
  }

  /**
   * A disk as it comes.
   *
   * @param device such as {@code /dev/vda}
   * @param size bytes
   * @param serial what {@code /dev/disk/by-id} shows; may be empty
   */
  public record Disk(String device, long size, String serial) {}

  /**
   * A network interface.
   *
   * @param name such as {@code eth0}
   * @param carrier whether a cable is in
   */
  public record Nic(String name, boolean carrier) {}

  private static final long GIB = 1L << 30;

  /** A small virtual machine: 4 GiB of memory, one system disk of 20 GiB, one interface. */
  public static Hardware small(String nic) {
    return new Hardware(
        "x86-64",
        4 * GIB,
        2,
        List.of(new Disk("/dev/vda", 20 * GIB, "")),
        List.of(new Nic(nic, true)),
        "kvm");
  }

  public Hardware with(Disk disk) {
    var more = new java.util.ArrayList<>(disks);
    more.add(disk);
    return new Hardware(architecture, memory, processors, more, interfaces, virtualization);
  }
}
