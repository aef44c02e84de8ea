/**
 * systemd unit files as text: sections, directives and the places they stand at. {@link
 * dev.dryboot.foreign.unitfile.UnitFileReader} takes any text, as systemd 257 does (conf-parser.c),
 * and {@link dev.dryboot.foreign.unitfile.UnitFileWriter} prints. What a directive means is in
 * {@code dev.dryboot.foreign.directive}.
 */
@NullMarked
package dev.dryboot.foreign.unitfile;

import org.jspecify.annotations.NullMarked;
