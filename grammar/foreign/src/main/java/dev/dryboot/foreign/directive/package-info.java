/**
 * What systemd and podman know in unit files: {@link dev.dryboot.foreign.directive.DirectiveTable}
 * holds every directive by section, and {@link dev.dryboot.foreign.directive.UnitFileChecker} tells
 * what they make of a file. May use the other packages of this module.
 */
@NullMarked
package dev.dryboot.foreign.directive;

import org.jspecify.annotations.NullMarked;
