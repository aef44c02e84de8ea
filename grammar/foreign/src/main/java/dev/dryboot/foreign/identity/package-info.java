/**
 * What a machine and its users are known by: host names, public keys of OpenSSH, hashes of
 * passwords. Depends on {@code dev.dryboot.foreign.value} and the JDK.
 */
@NullMarked
package dev.dryboot.foreign.identity;

import org.jspecify.annotations.NullMarked;
