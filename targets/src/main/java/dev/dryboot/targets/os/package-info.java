/**
 * The operating systems that hosts can be compiled for and booted on: {@link
 * dev.dryboot.targets.os.Target}, one package per system, all alike. No system's package uses
 * another's.
 */
@NullMarked
package dev.dryboot.targets.os;

import org.jspecify.annotations.NullMarked;
