package dev.dryboot.simulator.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The disks of a machine with what is on them. They outlive a boot. Devices are known by their node
 * ({@code /dev/vda1}); {@code /dev/disk/by-label} and its like are links to nodes.
 */
public final class BlockDevices {
  private final TreeMap<String, Device> devices = new TreeMap<>();
  private final TreeMap<String, String> links = new TreeMap<>();
  private final TreeMap<String, String> partitionTypes = new TreeMap<>();

  /**
   * A block device.
   *
   * @param node such as {@code /dev/vda1}
   * @param size bytes
   * @param content the file system on it, if there is one
   */
  public record Device(String node, long size, Optional<FileSystem> content) {}

  /**
   * A file system on a device.
   *
   * @param format {@code ext4}, {@code xfs}, {@code swap}, …
   * @param label may be empty
   * @param uuid may be empty
   */
  public record FileSystem(String format, String label, String uuid, FileTree tree) {
    FileSystem with(FileTree other) {
      return new FileSystem(format, label, uuid, other);
    }
  }

  public static BlockDevices of(Hardware hardware) {
    var devices = new BlockDevices();
    for (Hardware.Disk disk : hardware.disks()) {
      devices.add(new Device(disk.device(), disk.size(), Optional.empty()));
      if (!disk.serial().isEmpty()) {
        devices.link("/dev/disk/by-id/" + disk.serial(), disk.device());
      }
    }
    return devices;
  }

  /** Adds a device, or puts it in the place of the one with its node. */
  public void add(Device device) {
    Device before = devices.put(device.node(), device);
    if (before != null) {
      before.content().ifPresent(this::unlink);
    }
    device.content().ifPresent(c -> link(c, device.node()));
  }

  /** Makes a file system on a device; whatever was on it is gone. */
  public boolean format(String device, FileSystem fileSystem) {
    Optional<Device> found = find(device);
    found.ifPresent(d -> add(new Device(d.node(), d.size(), Optional.of(fileSystem))));
    return found.isPresent();
  }

  /** Lets {@code link} lead to a device. */
  public void link(String link, String node) {
    links.put(link, node);
  }

  /** Says of a partition what it is for: the type GUID of its entry in the disk's table. */
  public void partitionType(String node, String guid) {
    partitionTypes.put(node, guid.toLowerCase(Locale.ROOT));
  }

  /** The type GUID of a partition, in lower case; empty where nobody has said one. */
  public String partitionType(String node) {
    return partitionTypes.getOrDefault(node, "");
  }

  /** Takes a device away, with the links to it. */
  public void remove(String node) {
    devices.remove(node);
    partitionTypes.remove(node);
    links.values().removeIf(node::equals);
  }

  /**
   * The device that {@code name} means: a node, a link, or {@code LABEL=}, {@code UUID=}, {@code
   * PARTLABEL=}, {@code PARTUUID=}.
   */
  public Optional<Device> find(String name) {
    String path = path(name);
    return Optional.ofNullable(devices.get(links.getOrDefault(path, path)));
  }

  /** {@code LABEL=data} as the path of its link; a path as it is. */
  public static String path(String name) {
    for (String tag : List.of("LABEL", "UUID", "PARTLABEL", "PARTUUID")) {
      if (name.startsWith(tag + "=")) {
        String value = name.substring(tag.length() + 1).replace("\"", "");
        return "/dev/disk/by-" + tag.toLowerCase(Locale.ROOT) + "/" + value;
      }
    }
    return name;
  }

  public boolean exists(String name) {
    return find(name).isPresent();
  }

  /** All devices, by node. */
  public List<Device> all() {
    return List.copyOf(devices.values());
  }

  /** All links with the nodes they lead to. */
  public Map<String, String> links() {
    return java.util.Collections.unmodifiableMap(links);
  }

  /** A copy in which each file system's tree is what {@code copied} makes of it. */
  public BlockDevices copy(UnaryOperator<FileTree> copied) {
    var copy = new BlockDevices();
    for (Device d : devices.values()) {
      copy.devices.put(
          d.node(),
          new Device(d.node(), d.size(), d.content().map(c -> c.with(copied.apply(c.tree())))));
    }
    copy.links.putAll(links);
    copy.partitionTypes.putAll(partitionTypes);
    return copy;
  }

  private void link(FileSystem content, String node) {
    if (!content.label().isEmpty()) {
      link("/dev/disk/by-label/" + content.label(), node);
    }
    if (!content.uuid().isEmpty()) {
      link("/dev/disk/by-uuid/" + content.uuid(), node);
    }
  }

  private void unlink(FileSystem content) {
    links.remove("/dev/disk/by-label/" + content.label());
    links.remove("/dev/disk/by-uuid/" + content.uuid());
  }
}
