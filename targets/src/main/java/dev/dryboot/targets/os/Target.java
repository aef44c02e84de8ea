package dev.dryboot.targets.os;

import dev.dryboot.compiler.Backend;
import java.util.List;

/** An operating system that hosts can be compiled for. */
public interface Target extends Backend {

  /** How people call it: {@code Fedora CoreOS}. */
  String name();

  Status status();

  /** The versions a host may name, newest last; empty where versions do not matter. */
  List<String> versions();

  /** What the system cannot express, and why. */
  Limits limits();

  /** Which artifacts there are, and what becomes of them: for listings. */
  List<String> artifacts();

  /** How far a target can be relied on. */
  enum Status {
    /** Compiled, checked by the system's own tools, and booted. */
    SUPPORTED,
    /** No longer maintained by its makers. */
    HISTORIC
  }
}
