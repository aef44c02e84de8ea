package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine before its first power-on: what an operating system's image brings, with the artifacts
 * of a host put in place. A simulation works on a copy.
 *
 * @param systemVersion version of the service manager: {@code 255} for systemd
 * @param initramfs the files of the initial RAM disk, where its boot matters (Ignition)
 * @param mounts what is mounted once the root is there; the first one is {@code /}. Several mounts
 *     may share a tree, as {@code /usr} of an image-based system does
 * @param devices what is on the disks before the first boot
 * @param packages what its package manager can install, beside packages that bring nothing to start
 * @param userOwned directories whose programs only the user can have put there: {@code /opt},
 *     {@code /usr/local}, …; a program missing elsewhere is one that this sketch of the system
 *     leaves out
 * @param facts what the system knows of itself: {@code docker.version}, {@code podman.version},
 *     {@code kernel.version}, … and {@code security}: what of {@code ConditionSecurity=} holds,
 *     unless it is turned off
 * @param artifacts what the provisioner is given, by the name under which it asks: {@code
 *     ignition}, {@code user-data}, {@code network-config}, {@code meta-data}
 */
public record MachineImage(
    OperatingSystem system,
    InitKind init,
    String systemVersion,
    Hardware hardware,
    KernelCommandLine commandLine,
    Optional<FileTree> initramfs,
    List<Mount> mounts,
    BlockDevices devices,
    List<PreloadedImage> images,
    List<SoftwarePackage> packages,
    List<String> userOwned,
    Map<String, String> facts,
    Map<String, SourceText> artifacts) {

  /** Where users' programs are on a system that follows the usual hierarchy. */
  public static final List<String> USUAL_USER_OWNED =
      List.of("/opt/", "/usr/local/", "/home/", "/srv/", "/var/", "/root/", "/mnt/", "/data/");

  public MachineImage {
    mounts = List.copyOf(mounts);
    images = List.copyOf(images);
    packages = List.copyOf(packages);
    userOwned = List.copyOf(userOwned);
    facts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(facts));
    artifacts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(artifacts));
    if (mounts.isEmpty() || !mounts.getFirst().where().equals("/")) {
      throw new IllegalArgumentException("the first mount of " + system.id() + " is not /");
    }
  }

  /** Whether only the user can have put a file where {@code path} leads to. */
  public static boolean isUsers(String path, Machine machine) {
    String real = machine.files().real(path).orElse(path);
    for (String one :
        machine.port(MachineImage.class).map(MachineImage::userOwned).orElse(USUAL_USER_OWNED)) {
      if (path.startsWith(one) || real.startsWith(one)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a directory that nothing has made may be there all the same: the sketch of a system
   * leaves out directories, but not those that only the user can have made.
   */
  public static boolean mayHaveDirectory(String directory, Machine machine) {
    int second = directory.indexOf('/', 1);
    String top = second < 0 ? directory : directory.substring(0, second);
    boolean users = isUsers(directory + "/", machine) || !machine.files().exists(top);
    return !users || UnknownSoftware.of(machine).isPresent();
  }

  /** The tree of the root file system. */
  public FileTree root() {
    return mounts.getFirst().tree();
  }

  /** The same with an artifact for its provisioner. */
  public MachineImage withArtifact(String name, SourceText text) {
    var more = new java.util.TreeMap<>(artifacts);
    more.put(name, text);
    return new MachineImage(
        system,
        init,
        systemVersion,
        hardware,
        commandLine,
        initramfs,
        mounts,
        devices,
        images,
        packages,
        userOwned,
        facts,
        more);
  }

  public MachineImage withImages(List<PreloadedImage> more) {
    var all = new java.util.ArrayList<>(images);
    all.addAll(more);
    return new MachineImage(
        system,
        init,
        systemVersion,
        hardware,
        commandLine,
        initramfs,
        mounts,
        devices,
        all,
        packages,
        userOwned,
        facts,
        artifacts);
  }

  /** The same with other disks: {@code hardware} has them, {@code devices} says what is on them. */
  public MachineImage withDevices(Hardware other, BlockDevices content) {
    return new MachineImage(
        system,
        init,
        systemVersion,
        other,
        commandLine,
        initramfs,
        mounts,
        content,
        images,
        packages,
        userOwned,
        facts,
        artifacts);
  }

  public MachineImage withHardware(Hardware other) {
    return new MachineImage(
        system,
        init,
        systemVersion,
        other,
        commandLine,
        initramfs,
        mounts,
        devices,
        images,
        packages,
        userOwned,
        facts,
        artifacts);
  }

  public MachineImage withCommandLine(KernelCommandLine other) {
    return new MachineImage(
        system,
        init,
        systemVersion,
        hardware,
        other,
        initramfs,
        mounts,
        devices,
        images,
        packages,
        userOwned,
        facts,
        artifacts);
  }
}
