/**
 * Names of systemd units: their types, templates and instances, escaping, and the specifiers that
 * stand for their parts. Depends on {@code dev.dryboot.foreign.value} only.
 */
@NullMarked
package dev.dryboot.foreign.unitname;

import org.jspecify.annotations.NullMarked;
