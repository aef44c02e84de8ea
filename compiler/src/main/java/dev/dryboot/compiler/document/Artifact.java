package dev.dryboot.compiler.document;

import dev.dryboot.source.SourceText;

/**
 * A file that a provisioner reads.
 *
 * @param path where it goes below the output folder, with slashes
 * @param text its text; its provenance leads to what was written
 */
public record Artifact(String path, SourceText text) {}
