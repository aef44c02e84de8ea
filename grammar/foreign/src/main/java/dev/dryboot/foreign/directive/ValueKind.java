package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.calendar.CalendarEvent;
import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.foreign.container.VolumeMount;
import dev.dryboot.foreign.directive.Checks.ValueCheck;
import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Signal;
import dev.dryboot.foreign.value.TimeSpan;
import java.util.List;

/**
 * What kind of value a directive takes, and how that is checked. The names in lower case are those
 * of the table.
 */
public enum ValueKind {
  /** Not looked into. */
  ANY((d, v, c) -> List.of()),
  /** Known, but of no effect in this section. */
  UNSUPPORTED((d, v, c) -> ValueChecks.unsupported(d, v)),
  /** Any text, specifiers expanded. */
  STRING((d, v, c) -> Shapes.whole(v, Effect.IGNORED, c.names().expanding())),
  /** {@code yes} or {@code no}, or one of the choices. */
  BOOLEAN((d, v, c) -> ValueChecks.choice(d, v, c.version(), true)),
  /** One of the choices. */
  ENUM((d, v, c) -> ValueChecks.choice(d, v, c.version(), false)),
  /** A whole number between two bounds, or one of the choices. */
  NUMBER((d, v, c) -> ValueChecks.number(d, v)),
  TIMESPAN((d, v, c) -> ValueChecks.taken(TimeSpan.read(v))),
  /** A timer's span, specifiers expanded. */
  TIMER(
      (d, v, c) ->
          Shapes.whole(
              v,
              Effect.IGNORED,
              c.names().expanding(t -> TimeSpan.read(t).fault().map(f -> f.message())))),
  /** A time span in which a bare number counts nanoseconds. */
  NANOSECONDS((d, v, c) -> c.resources().nanoseconds(v)),
  SIZE((d, v, c) -> c.resources().size(v)),
  /** A size, a share or {@code infinity}. */
  MEMORY((d, v, c) -> c.resources().memory(v, 0)),
  /** The same, of more than nothing. */
  SOMEMEMORY((d, v, c) -> c.resources().memory(v, 1)),
  /** A number, a share or {@code infinity}. */
  TASKS((d, v, c) -> c.resources().tasks(v)),
  /** A share of a processor, as large as one likes. */
  QUOTA((d, v, c) -> c.resources().quota(v)),
  /** From 1 to 10000, or {@code idle}. */
  WEIGHT((d, v, c) -> ValueChecks.weight(d, v)),
  /** Numbers of processors or memory nodes. */
  PROCESSORS((d, v, c) -> c.resources().processors(v, "")),
  /** The same, or {@code all}. */
  NODES((d, v, c) -> c.resources().processors(v, "all")),
  /** The same, or {@code numa}. */
  AFFINITY((d, v, c) -> c.resources().processors(v, "numa")),
  PRESSURE((d, v, c) -> c.resources().pressureLimit(v)),
  PRESSURETIME((d, v, c) -> c.resources().pressureDuration(v)),
  DEVICE((d, v, c) -> c.resources().deviceAccess(v)),
  DEVICEWEIGHT((d, v, c) -> c.resources().deviceWeight(v, 1, 10_000)),
  BLOCKDEVICEWEIGHT((d, v, c) -> c.resources().deviceWeight(v, 10, 1000)),
  BANDWIDTH((d, v, c) -> c.resources().deviceBandwidth(v, true)),
  BLOCKBANDWIDTH((d, v, c) -> c.resources().deviceBandwidth(v, false)),
  DEVICELATENCY((d, v, c) -> c.resources().deviceLatency(v)),
  /** A resource limit, or a soft and a hard one with a colon between. */
  RLIMIT((d, v, c) -> c.resources().limit(d, v)),
  MODE((d, v, c) -> ValueChecks.taken(Scalars.readMode(v))),
  SIGNAL((d, v, c) -> ValueChecks.taken(Signal.read(v))),
  /** Exit statuses and signals. */
  STATUSES((d, v, c) -> c.words().statuses(v)),
  /** An absolute path. */
  PATH((d, v, c) -> c.paths().path(v, ValueChecks.effect(d))),
  /** An absolute path that specifiers do not make empty. */
  FULLPATH((d, v, c) -> c.paths().fullPath(v)),
  /** What a mount mounts. */
  SOURCE((d, v, c) -> c.paths().source(v)),
  /** What a swap unit swaps to. */
  SWAPSOURCE((d, v, c) -> c.paths().swapSource(v)),
  /** A path that systemd makes absolute if need be. */
  ANYPATH((d, v, c) -> c.paths().pidFile(v)),
  /** Absolute paths, each perhaps behind a dash and a plus sign. */
  PATHS((d, v, c) -> c.paths().paths(v, true)),
  /** Absolute paths without marks. */
  PLAINPATHS((d, v, c) -> c.paths().paths(v, false)),
  /** Absolute paths with colons between them. */
  SEARCHPATH((d, v, c) -> c.paths().searchPath(v)),
  /** Paths below the state, cache, log or runtime directory. */
  DIRECTORIES((d, v, c) -> c.paths().directories(v, true)),
  /** Paths below the configuration directory. */
  CONFIGDIRECTORIES((d, v, c) -> c.paths().directories(v, false)),
  /** An absolute path or a tilde, perhaps behind a dash. */
  WORKDIR((d, v, c) -> c.paths().workingDirectory(v)),
  /** An absolute path, perhaps behind a dash. */
  ENVFILE((d, v, c) -> c.paths().environmentFile(v)),
  BINDPATHS((d, v, c) -> c.mounts().bindPaths(v)),
  TEMPORARY((d, v, c) -> c.mounts().temporary(v)),
  IMAGES((d, v, c) -> c.mounts().images(v, false)),
  MOUNTIMAGES((d, v, c) -> c.mounts().images(v, true)),
  IMAGEOPTIONS((d, v, c) -> c.mounts().rootOptions(v)),
  IMAGEPOLICY((d, v, c) -> c.mounts().policy(v)),
  ROOTHASH((d, v, c) -> c.mounts().rootHash(v)),
  ROOTSIGNATURE((d, v, c) -> c.mounts().rootHashSignature(v)),
  ENVIRONMENT((d, v, c) -> c.data().environment(v)),
  /** Names of variables. */
  VARIABLES((d, v, c) -> c.data().variableNames(v)),
  /** Names of variables, or assignments. */
  UNSET((d, v, c) -> c.data().variablesToUnset(v)),
  /** A standard stream: one of the choices, a file or a file descriptor. */
  STREAM((d, v, c) -> c.data().stream(d, v, c.paths())),
  /** Text with escapes. */
  ESCAPED((d, v, c) -> Shapes.whole(v, Effect.IGNORED, DataChecks::escaped)),
  BASE64((d, v, c) -> Shapes.whole(v, Effect.IGNORED, DataChecks::base64)),
  JOURNALFIELDS((d, v, c) -> c.data().journalFields(v)),
  JOURNALNAMESPACE((d, v, c) -> c.data().logNamespace(v)),
  LOGPATTERN((d, v, c) -> c.data().logPattern(v)),
  DESCRIPTORNAME((d, v, c) -> c.data().descriptorName(v)),
  OPENFILE((d, v, c) -> c.data().openFile(v)),
  LOADCREDENTIAL((d, v, c) -> c.data().loadCredential(v, c.paths())),
  SETCREDENTIAL((d, v, c) -> c.data().setCredential(v, false)),
  SETENCRYPTED((d, v, c) -> c.data().setCredential(v, true)),
  IMPORTCREDENTIAL((d, v, c) -> c.data().importCredential(v)),
  COREFILTER((d, v, c) -> c.words().coreFilter(v)),
  /** A command line. */
  EXEC((d, v, c) -> c.words().exec(v)),
  UNIT((d, v, c) -> c.words().unit(d, v)),
  UNITS((d, v, c) -> c.words().units(v)),
  /** Names of sockets. */
  SOCKETS((d, v, c) -> c.words().sockets(v)),
  SLICE((d, v, c) -> c.words().slice(v)),
  /** A user or a group, by name or number. */
  USER((d, v, c) -> c.words().user(v)),
  USERS((d, v, c) -> c.words().users(v)),
  BUSNAME((d, v, c) -> c.words().busName(v)),
  CALENDAR(
      (d, v, c) ->
          Shapes.whole(
              v,
              Effect.IGNORED,
              c.names().expanding(t -> CalendarEvent.read(t).fault().map(f -> f.message())))),
  URLS((d, v, c) -> c.data().documentation(v)),
  CONDITION((d, v, c) -> c.words().condition(v, false)),
  /** A condition about an absolute path. */
  PATHCONDITION((d, v, c) -> c.words().condition(v, true)),
  LISTEN((d, v, c) -> c.addresses().listen(d, v)),
  NETLINK((d, v, c) -> c.addresses().netlink(v)),
  QUEUE((d, v, c) -> c.addresses().messageQueue(v)),
  /** A network interface. */
  INTERFACE((d, v, c) -> c.addresses().device(v)),
  INTERFACES((d, v, c) -> c.addresses().interfaces(v)),
  ADDRESSES((d, v, c) -> c.addresses().prefixes(v)),
  PORTS((d, v, c) -> c.addresses().bindItem(v)),
  SYSTEMCALLS((d, v, c) -> c.sandbox().systemCalls(v, true)),
  LOGGEDCALLS((d, v, c) -> c.sandbox().systemCalls(v, false)),
  SYSTEMCALLERROR((d, v, c) -> c.sandbox().systemCallError(v)),
  ARCHITECTURES((d, v, c) -> c.sandbox().architectures(v)),
  FAMILIES((d, v, c) -> c.sandbox().addressFamilies(v)),
  NAMESPACES((d, v, c) -> c.sandbox().namespaces(v)),
  FILESYSTEMS((d, v, c) -> c.sandbox().fileSystems(v)),
  DELEGATE((d, v, c) -> c.sandbox().delegate(v)),
  CONTROLLERS((d, v, c) -> c.sandbox().someControllers(v)),
  SUBGROUP((d, v, c) -> c.sandbox().subgroup(v)),
  PROGRAMS((d, v, c) -> c.sandbox().programs(v, c.paths())),
  FILTERPATHS((d, v, c) -> c.sandbox().filterPaths(v, c.paths())),
  NFTSETS((d, v, c) -> c.sandbox().nftSets(v)),
  /** A published port of podman. */
  PORT((d, v, c) -> ValueChecks.podman(v, PortMapping.read(v))),
  /** A volume of podman. */
  VOLUME((d, v, c) -> ValueChecks.podman(v, VolumeMount.readVolume(v))),
  /** An image of podman. */
  IMAGE((d, v, c) -> ValueChecks.image(v)),
  /** {@code true} or {@code false} as podman spells them. */
  QUADLETBOOLEAN((d, v, c) -> ValueChecks.taken(Scalars.readBoolean(v)));

  private final ValueCheck check;

  ValueKind(ValueCheck check) {
    this.check = check;
  }

  ValueCheck check() {
    return check;
  }
}
