/**
 * Calendar events of systemd timers and schedules of cron, and when they elapse next. Depends on
 * {@code dev.dryboot.foreign.value}, engine durations and the JDK; time zones are those of the JDK.
 */
@NullMarked
package dev.dryboot.foreign.calendar;

import org.jspecify.annotations.NullMarked;
