/**
 * What the records of all provisioners share: values that know where they were written; and a
 * reader of JSON for those programs that read it themselves. May depend on {@code source} only.
 */
@NullMarked
package dev.dryboot.simulator.config;

import org.jspecify.annotations.NullMarked;
