package dev.dryboot.targets.os;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What an operating system cannot express, and why: a table that is checked when it is made. */
public record Limits(List<Limit> all) {

  /**
   * One thing that cannot be expressed.
   *
   * @param subject what it is: {@code kernel arguments}
   * @param reason why not, in a sentence without a full stop
   * @param instead what to do about it, in a sentence without a full stop; may be empty
   */
  public record Limit(Subject subject, String reason, String instead) {
    public Limit {
      if (reason.isBlank() || reason.endsWith(".")) {
        throw new IllegalArgumentException(
            "a limit needs a reason without a full stop: " + subject);
      }
    }
  }

  public Limits {
    all = List.copyOf(all);
    LinkedHashSet<Subject> seen = new LinkedHashSet<>();
    for (Limit limit : all) {
      if (!seen.add(limit.subject())) {
        throw new IllegalArgumentException("two limits for " + limit.subject());
      }
    }
  }

  public Optional<Limit> of(Subject subject) {
    return all.stream().filter(l -> l.subject() == subject).findFirst();
  }
}
