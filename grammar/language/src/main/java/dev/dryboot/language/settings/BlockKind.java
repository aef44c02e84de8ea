package dev.dryboot.language.settings;

/** The kinds of blocks that have settings. */
public enum BlockKind {
  HOST("host"),
  SECRET("secret"),
  FLEET("fleet"),
  SCENARIO("scenario"),
  USER("user"),
  GROUP("group"),
  FILE("file"),
  DIRECTORY("directory"),
  TREE("tree"),
  LINK("link"),
  DISK("disk"),
  PARTITION("partition"),
  RAID("raid"),
  LUKS("luks"),
  TANG("tang"),
  FILESYSTEM("filesystem"),
  SWAP("swap"),
  BOOT_DEVICE("boot-device"),
  BOOT_LUKS("luks"),
  MIRROR("mirror"),
  KERNEL_ARGUMENTS("kernel-arguments"),
  PROXY("proxy"),
  INTERFACE("interface"),
  FIREWALL("firewall"),
  OPEN("open"),
  SERVICE("service"),
  CONTAINER("container"),
  TIMER("timer"),
  SOCKET("socket"),
  HEALTHCHECK("healthcheck"),
  MOUNT("volume"),
  NETWORK("network"),
  VOLUME("volume"),
  ENGINE("engine"),
  REGISTRY("registry"),
  UNIT("unit"),
  QUADLET("quadlet"),
  DROPIN("dropin"),
  REPOSITORY("repository"),
  SNAP("snap"),
  EXTENSION("extension"),
  UPDATES("updates"),
  WINDOW("window");

  private final String word;

  BlockKind(String word) {
    this.word = word;
  }

  /** The word that such a block begins with. */
  public String word() {
    return word;
  }
}
