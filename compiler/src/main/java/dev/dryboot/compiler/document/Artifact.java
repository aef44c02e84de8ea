package dev.dryboot.compiler.document;

import dev.dryboot.source.SourceText;

/**
 * A file that a provisioner reads.
 *
 * @param role what its reader calls it: {@code ignition}, {@code user-data}, {@code network-config}
 * @param path where it goes below the output folder, with slashes
 * @param text its text; its provenance leads to what was written
 */
public record Artifact(String role, String path, SourceText text) {}
