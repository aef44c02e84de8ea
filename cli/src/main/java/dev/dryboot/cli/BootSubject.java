package dev.dryboot.cli;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.source.SourceText;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A machine that is to be booted.
 *
 * @param title for people: {@code web on ubuntu 24.04}
 * @param given the texts that the user gave: findings point into these
 * @param model the host it was compiled from, if it was
 */
record BootSubject(
    String title, Machines machine, Set<SourceText> given, Optional<HostModel> model) {

  Predicate<SourceText> users() {
    return given::contains;
  }
}
