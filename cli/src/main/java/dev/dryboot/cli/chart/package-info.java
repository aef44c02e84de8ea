/**
 * Pictures of a boot: its timeline as text and as SVG, its critical chain, its dependency graph.
 * May depend on the simulator and on {@code source}.
 */
@NullMarked
package dev.dryboot.cli.chart;

import org.jspecify.annotations.NullMarked;
