package dev.dryboot.source;

/**
 * A place in a text as people count it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Position(int line, int column) {}
