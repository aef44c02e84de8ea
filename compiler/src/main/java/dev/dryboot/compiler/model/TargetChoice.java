package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.Optional;

/** A target that a host names, with a version where it names one: {@code ubuntu 24.04}. */
public record TargetChoice(String id, Optional<String> version, Origin origin) {
  /** Whether {@code name} means this: the target, or the target in this version. */
  public boolean isCalled(String name) {
    return name.equals(id) || name.equals(toString());
  }

  @Override
  public String toString() {
    return id + version.map(v -> " " + v).orElse("");
  }
}
