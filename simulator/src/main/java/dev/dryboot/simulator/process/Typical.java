package dev.dryboot.simulator.process;

/**
 * How long things typically take, and how we know. A scenario's own durations come first; the rules
 * of the simulated programs (timeouts, back-off) are not here but with those programs.
 */
public enum Typical {
  COMMAND(3_000, "exec and exit of a small tool, measured with systemd 257 on two quiet cores"),
  UNKNOWN_COMMAND(20_000, "a command that nobody knows, where a oneshot runs it: our assumption"),
  DAEMON_READY(100_000, "a daemon that nobody knows, from exec to readiness: our assumption"),
  DAEMON_EXIT(20_000, "a daemon from SIGTERM to its end: our assumption"),
  SYSTEMCTL(12_000, "systemctl to the D-Bus call, measured with systemd 257"),
  UDEV_COLDPLUG(150_000, "udevadm trigger and the events of a small virtual machine: our estimate"),
  MODPROBE(15_000, "a module with its dependencies from warm cache: our estimate"),
  MKFS(900_000, "mkfs.ext4 with lazy initialisation on 20 GiB of virtio disk: our estimate"),
  FSCK(120_000, "fsck of a clean ext4: our estimate"),
  MOUNT(15_000, "mount of a local file system, measured with tmpfs, journal replay left out"),
  LINK_CARRIER(150_000, "virtio link to carrier: our estimate"),
  DHCP(1_200_000, "DHCPv4 with duplicate address detection as networkd logs it in the cloud"),
  WAIT_ONLINE_TIMEOUT(120_000_000, "systemd-networkd-wait-online(8): 120 s by default"),
  NM_WAIT_ONLINE_TIMEOUT(60_000_000, "NetworkManager-wait-online.service: NM_ONLINE_TIMEOUT=60"),
  NTP_SYNC(2_500_000, "first answer of an NTP server, chrony with iburst: our estimate"),
  HTTP_REQUEST(120_000, "name look-up, TLS and first byte over 20 ms of way: our estimate"),
  NO_ROUTE(10_000, "connect without a route fails at once (ENETUNREACH)"),
  PACKAGE_INDEX_BYTES(30L << 20, "bytes of apt-get update on Ubuntu 24.04, some 30 MiB"),
  PACKAGE_BYTES(12L << 20, "bytes of a package with its dependencies: our assumption"),
  PACKAGE_UNPACK(3_000_000, "dpkg unpacks and configures a package: our estimate"),
  OSTREE_INSTALL(40_000_000, "rpm-ostree install, apart from its downloads: our estimate"),
  SSH_KEYGEN(300_000, "ssh-keygen -A for three key types: our estimate"),
  SNAPD_READY(1_100_000, "snapd.service on the Ubuntu 24.04 cloud image, systemd-analyze blame"),
  SNAPD_SEEDED(6_000_000, "snapd.seeded on the first boot of that image: our estimate"),
  CLOUD_INIT_MAIN(700_000, "python start of cloud-init-main, cloud-init analyze: our estimate"),
  INITRAMFS_STEP(30_000, "a step of the initial RAM disk: our estimate"),
  DOCKER_CLIENT(20_000, "docker client to its first answer, recorded with docker 20.10.24"),
  DOCKER_CREATE(60_000, "create of a container on overlay2, recorded with docker 20.10.24"),
  DOCKER_START(250_000, "start of a container by containerd and runc, recorded likewise"),
  DOCKER_EXIT(200_000, "from a container's end to the client's end, recorded likewise"),
  DOCKER_STALE_SANDBOX(550_000, "removal of a dead container's network, recorded likewise"),
  DOCKERD_READY(1_300_000, "dockerd from exec to READY=1, recorded likewise: 1.33 s"),
  DOCKERD_EXIT(180_000, "dockerd from the last container's end to its own, recorded likewise"),
  DOCKERD_EXIT_IDLE(50_000, "dockerd's end with nothing to stop, recorded: 40 to 60 ms"),
  CONTAINERD_READY(250_000, "containerd from exec to READY=1: our estimate"),
  ROS_LOAD_IMAGES(4_000_000, "system-docker load of RancherOS's own images: our estimate"),
  PODMAN_COMMAND(80_000, "podman ps from warm cache: our estimate"),
  PODMAN_START(350_000, "podman run to the start of the container with crun: our estimate"),
  UNPACK_BYTES_PER_SECOND(80L << 20, "layers decompressed and written per second: our estimate"),
  IMAGE_BYTES(100L << 20, "an image that the table of images does not know: our assumption");

  private final long amount;
  private final String source;

  Typical(long amount, String source) {
    this.amount = amount;
    this.source = source;
  }

  /** Microseconds; for names that end in BYTES or PER_SECOND, bytes. */
  public long amount() {
    return amount;
  }

  /** How we know. */
  public String source() {
    return source;
  }
}
