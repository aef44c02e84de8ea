package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;

/** A unit that something refers to. */
public sealed interface UnitRef {
  Origin origin();

  /** A service or container of this host. */
  record OfHost(String name, Origin origin) implements UnitRef {}

  /** A unit of the operating system, as its init system writes it. */
  record OfSystem(String name, Origin origin) implements UnitRef {}
}
