package dev.dryboot.compiler.model;

import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * A finding that its author has accepted.
 *
 * @param rule name or code
 * @param scope the block it stands in; empty where it stands for the whole host
 * @param file the path of the file it is about, or empty
 */
public record Allow(String rule, String reason, Optional<Span> scope, Span span) {}
