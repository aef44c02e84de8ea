package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job of a transaction that is being built. */
public final class PlannedJob implements OrderedJob {
  private final Unit unit;
  private JobType type;
  private boolean irreversible;
  private boolean ignoresOrder;
  private boolean refusesLateMerge;
  private boolean mattersToAnchor;

  /** Links in which this job needs another. */
  final List<Link> needs = new ArrayList<>(4);

  /** Links in which another job needs this one; the anchor's own has no subject. */
  final List<Link> neededBy = new ArrayList<>(2);

  /** That {@code subject} needs {@code object} (job.c: JobDependency). */
  record Link(PlannedJob subject, PlannedJob object, boolean matters, boolean conflicts) {}

  PlannedJob(Unit unit, JobType type, boolean irreversible) {
    this.unit = unit;
    this.type = type;
    this.irreversible = irreversible;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public JobType type() {
    return type;
  }

  @Override
  public boolean ignoresOrder() {
    return ignoresOrder;
  }

  @Override
  public boolean irreversible() {
    return irreversible;
  }

  /** Whether it may not be merged into a job that runs already. */
  public boolean refusesLateMerge() {
    return refusesLateMerge;
  }

  /** Whether the transaction is worth nothing without it. */
  public boolean mattersToAnchor() {
    return mattersToAnchor;
  }

  /** The jobs that pulled this one in. */
  public List<PlannedJob> pulledInBy() {
    return neededBy.stream().map(Link::subject).toList();
  }

  void ignoreOrder() {
    ignoresOrder = true;
  }

  void refuseLateMerge() {
    refusesLateMerge = true;
  }

  void matter() {
    mattersToAnchor = true;
  }

  void link(@Nullable PlannedJob subject, boolean matters, boolean conflicts) {
    if (subject == null) {
      return;
    }
    Link link = new Link(subject, this, matters, conflicts);
    subject.needs.add(link);
    neededBy.add(link);
  }

  boolean isConflictedBy() {
    for (Link link : neededBy) {
      if (link.conflicts()) {
        return true;
      }
    }
    return false;
  }

  /** Takes over what {@code other} is, as one job of type {@code merged}. */
  void absorb(PlannedJob other, JobType merged) {
    type = merged;
    irreversible |= other.irreversible;
    mattersToAnchor |= other.mattersToAnchor;
    for (Link link : List.copyOf(other.needs)) {
      link.object().neededBy.remove(link);
      link.object().link(this, link.matters(), link.conflicts());
    }
    for (Link link : List.copyOf(other.neededBy)) {
      link.subject().needs.remove(link);
      link(link.subject(), link.matters(), link.conflicts());
    }
    other.needs.clear();
    other.neededBy.clear();
  }

  @Override
  public String toString() {
    return unit.id() + "/" + type.word();
  }
}
