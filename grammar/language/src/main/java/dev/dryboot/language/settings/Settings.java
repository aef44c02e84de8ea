package dev.dryboot.language.settings;

import dev.dryboot.language.settings.Setting.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one kind of block, in the order of the reference. */
public final class Settings {
  private final Map<String, Setting> byWord;

  private Settings(Map<String, Setting> byWord) {
    this.byWord = Collections.unmodifiableMap(byWord);
  }

  /** The table of {@code kind}; made at its first use and kept. */
  public static Settings of(BlockKind kind) {
    return Tables.ALL.get(kind.ordinal()).get();
  }

  public Optional<Setting> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  public Collection<Setting> all() {
    return byWord.values();
  }

  public Collection<String> words() {
    return byWord.keySet();
  }

  /** Holds each table once it was asked for: a program uses few of them. */
  private static final class Tables {
    static final List<java.util.function.Supplier<Settings>> ALL =
        java.util.Arrays.stream(BlockKind.values()).map(Tables::once).toList();

    private static java.util.function.Supplier<Settings> once(BlockKind kind) {
      return new java.util.function.Supplier<>() {
        private volatile Settings made = new Settings(Map.of());

        @Override
        public Settings get() {
          if (made.byWord.isEmpty()) {
            made = make(kind);
          }
          return made;
        }
      };
    }
  }

  private static Settings make(BlockKind kind) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    Rows rows = new Rows(settings);
    switch (kind) {
      case SERVICE -> service(rows);
      case CONTAINER -> container(rows);
      case TIMER -> timer(rows);
      case SOCKET ->
          rows.directives("Socket", SystemdWords.SOCKET).directives("Unit", SystemdWords.UNIT);
      default -> rows.words(source(kind), lines(kind));
    }
    return new Settings(settings);
  }

  private static void service(Rows rows) {
    rows.words(Source.DRYBOOT, ContainerWords.UNIT)
        .words(Source.DRYBOOT, ContainerWords.SERVICE)
        .directives("Unit", SystemdWords.EDGES)
        .directives("Install", SystemdWords.INSTALL)
        .directives("Service", SystemdWords.COMMANDS)
        .directives("Service", SystemdWords.SERVICE)
        .directives("Service", SystemdWords.RESTART)
        .directives("Unit", SystemdWords.UNIT)
        .directives("Service", SystemdWords.IDENTITY)
        .directives("Service", SystemdWords.EXEC)
        .directives("Service", SystemdWords.RESOURCES);
  }

  /** {@code docker run}'s words come before systemd's where both have one. */
  private static void container(Rows rows) {
    rows.words(Source.DRYBOOT, ContainerWords.UNIT)
        .words(Source.DOCKER_RUN, ContainerWords.CONTAINER)
        .words(Source.DOCKER_RUN, ContainerWords.DOCKER_RUN)
        .words(Source.QUADLET, ContainerWords.QUADLET)
        .directives("Unit", SystemdWords.EDGES)
        .directives("Install", SystemdWords.INSTALL)
        .directives("Service", SystemdWords.SERVICE)
        .directives("Unit", SystemdWords.UNIT)
        .directives("Service", SystemdWords.EXEC)
        .directives("Service", SystemdWords.RESOURCES);
  }

  private static void timer(Rows rows) {
    rows.directives("Timer", SystemdWords.TIMER).directives("Unit", SystemdWords.UNIT);
  }

  private static Source source(BlockKind kind) {
    return switch (kind) {
      case INTERFACE -> Source.NETWORKD;
      case ENGINE -> Source.DOCKERD;
      case NETWORK, VOLUME, MOUNT, HEALTHCHECK -> Source.DOCKER_RUN;
      case REPOSITORY, SNAP -> Source.CLOUD_INIT;
      case USER, GROUP, FILE, DIRECTORY, TREE, LINK -> Source.BUTANE;
      case DISK, PARTITION, RAID, LUKS, TANG, FILESYSTEM, SWAP -> Source.BUTANE;
      case BOOT_DEVICE, BOOT_LUKS, MIRROR, KERNEL_ARGUMENTS -> Source.BUTANE;
      case HOST, SECRET, FLEET, SCENARIO, PROXY, FIREWALL, OPEN -> Source.DRYBOOT;
      case SERVICE, CONTAINER, TIMER, SOCKET -> Source.SYSTEMD;
      case REGISTRY, UNIT, QUADLET, DROPIN, EXTENSION, UPDATES, WINDOW -> Source.DRYBOOT;
    };
  }

  private static String lines(BlockKind kind) {
    return switch (kind) {
      case HOST -> HostWords.HOST;
      case SECRET -> HostWords.SECRET;
      case FLEET -> HostWords.FLEET;
      case SCENARIO -> HostWords.SCENARIO;
      case USER -> HostWords.USER;
      case GROUP -> HostWords.GROUP;
      case FILE -> HostWords.FILE;
      case DIRECTORY -> HostWords.DIRECTORY;
      case TREE -> HostWords.TREE;
      case LINK -> HostWords.LINK;
      case DISK -> StorageWords.DISK;
      case PARTITION -> StorageWords.PARTITION;
      case RAID -> StorageWords.RAID;
      case LUKS -> StorageWords.LUKS;
      case TANG -> StorageWords.TANG;
      case FILESYSTEM -> StorageWords.FILESYSTEM;
      case SWAP -> StorageWords.SWAP;
      case BOOT_DEVICE -> StorageWords.BOOT_DEVICE;
      case BOOT_LUKS -> StorageWords.BOOT_LUKS;
      case MIRROR -> StorageWords.MIRROR;
      case KERNEL_ARGUMENTS -> HostWords.KERNEL_ARGUMENTS;
      case PROXY -> HostWords.PROXY;
      case INTERFACE -> HostWords.INTERFACE;
      case FIREWALL -> HostWords.FIREWALL;
      case OPEN -> HostWords.OPEN;
      case HEALTHCHECK -> ContainerWords.HEALTHCHECK;
      case MOUNT -> ContainerWords.MOUNT;
      case NETWORK -> ContainerWords.NETWORK;
      case VOLUME -> ContainerWords.VOLUME;
      case ENGINE -> ContainerWords.ENGINE;
      case REGISTRY -> HostWords.REGISTRY;
      case UNIT, QUADLET -> HostWords.UNIT;
      case DROPIN -> HostWords.DROPIN;
      case REPOSITORY -> HostWords.REPOSITORY;
      case SNAP -> HostWords.SNAP;
      case EXTENSION -> HostWords.EXTENSION;
      case UPDATES -> HostWords.UPDATES;
      case WINDOW -> HostWords.WINDOW;
      case SERVICE, CONTAINER, TIMER, SOCKET -> "";
    };
  }
}
