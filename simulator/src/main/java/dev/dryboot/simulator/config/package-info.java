/**
 * What the records of all provisioners share: values that know where they were written. May depend
 * on {@code source} only.
 */
@NullMarked
package dev.dryboot.simulator.config;

import org.jspecify.annotations.NullMarked;
