/**
 * When what happened in a boot, ready to be drawn: {@link dev.dryboot.simulator.timeline.Timeline}
 * and {@link dev.dryboot.simulator.timeline.CriticalChain}. Data only; how it looks is decided
 * elsewhere. May depend on {@code machine} and {@code runner}.
 */
@NullMarked
package dev.dryboot.simulator.timeline;

import org.jspecify.annotations.NullMarked;
