package dev.dryboot.foreign.config;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;

/** The kernel modules that a file in {@code modules-load.d} names (modules-load.d(5)). */
public record ModulesFile(List<Module> modules) {

  /** A module by its name. */
  public record Module(String name, Span span) {}

  public ModulesFile {
    modules = List.copyOf(modules);
  }

  /** Reads a file. Never fails. */
  public static ModulesFile read(SourceText source) {
    return new ModulesFile(
        ConfigLine.of(source, "#;").stream().map(l -> new Module(l.text(), l.span())).toList());
  }
}
