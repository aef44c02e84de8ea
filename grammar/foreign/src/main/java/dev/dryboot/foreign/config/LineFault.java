package dev.dryboot.foreign.config;

import dev.dryboot.source.Span;

/** A line that the program it is meant for skips, and why. */
public record LineFault(Span span, String message) {}
