package dev.dryboot.foreign.directive;

/** What kind of value a directive takes. The names in lower case are those of the table. */
public enum ValueKind {
  /** Not looked into. */
  ANY,
  STRING,
  /** {@code yes} or {@code no}, or one of the choices. */
  BOOLEAN,
  /** One of the choices. */
  ENUM,
  /** A whole number between two bounds. */
  NUMBER,
  TIMESPAN,
  SIZE,
  /** A size, a percentage or {@code infinity}. */
  MEMORY,
  /** A number, a percentage or {@code infinity}. */
  TASKS,
  /** A percentage of a processor, as large as one likes. */
  QUOTA,
  /** From 1 to 10000, or {@code idle}. */
  WEIGHT,
  /** A resource limit, or a soft and a hard one with a colon between. */
  RLIMIT,
  MODE,
  SIGNAL,
  /** Exit statuses and signals. */
  STATUSES,
  /** An absolute path. */
  PATH,
  /** A path that systemd makes absolute if need be. */
  ANYPATH,
  /** Absolute paths, each perhaps behind a dash or a plus sign. */
  PATHS,
  /** Paths below the state, cache, log, runtime or configuration directory. */
  DIRECTORIES,
  /** An absolute path or a tilde, perhaps behind a dash. */
  WORKDIR,
  /** An absolute path, perhaps behind a dash. */
  ENVFILE,
  ENVIRONMENT,
  /** A command line. */
  EXEC,
  UNIT,
  UNITS,
  SLICE,
  /** A user or a group, by name or number. */
  USER,
  BUSNAME,
  CALENDAR,
  URLS,
  CONDITION,
  /** A condition about an absolute path. */
  PATHCONDITION,
  /** A published port of podman. */
  PORT,
  /** A volume of podman. */
  VOLUME,
  /** An image of podman. */
  IMAGE,
  /** {@code true} or {@code false} as podman spells them. */
  QUADLETBOOLEAN
}
