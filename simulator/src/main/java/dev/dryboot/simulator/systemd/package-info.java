/**
 * systemd as process 1: {@link dev.dryboot.simulator.systemd.SystemdManager} loads units from the
 * machine's files, builds transactions, runs jobs and supervises processes the way systemd 252 and
 * 257 do. The sub-packages follow systemd's own files: {@code unit} (load-fragment.c, unit.c's
 * dependencies), {@code transaction} (transaction.c), {@code core} (job.c, unit.c, manager.c),
 * {@code service}, {@code trigger} (socket.c, path.c, timer.c), {@code mount}. May depend on {@code
 * machine}, {@code kernel}, {@code foreign} and {@code source}; no other simulated program may be
 * imported.
 */
@NullMarked
package dev.dryboot.simulator.systemd;

import org.jspecify.annotations.NullMarked;
