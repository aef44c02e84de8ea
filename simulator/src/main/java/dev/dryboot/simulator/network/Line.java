package dev.dryboot.simulator.network;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Uplink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line to the internet: all transfers get an equal share of its bandwidth. */
final class Line implements Uplink {
  private static final double MICROSECONDS = 1_000_000;

  private final Machine machine;
  private final long bandwidth;
  private final List<Running> transfers = new ArrayList<>();
  private boolean configured;
  private boolean cut;
  private long asOf;
  private @Nullable Ticket next;

  Line(Machine machine, long bandwidth) {
    this.machine = machine;
    this.bandwidth = bandwidth;
  }

  @Override
  public boolean up() {
    return configured && !cut;
  }

  @Override
  public boolean resolves() {
    return up();
  }

  @Override
  public void configured(boolean up) {
    change(up, cut);
  }

  @Override
  public void cut(boolean off) {
    change(configured, off);
  }

  private void change(boolean nowConfigured, boolean nowCut) {
    boolean before = up();
    configured = nowConfigured;
    cut = nowCut;
    if (up() == before) {
      return;
    }
    machine.publish(new Fact.UplinkChanged(up()));
    if (before) {
      var lost = List.copyOf(transfers);
      transfers.clear();
      lost.forEach(t -> t.arrived.accept(false));
      plan();
    }
  }

  @Override
  public Transfer fetch(long bytes, Consumer<Boolean> arrived) {
    if (!up()) {
      arrived.accept(false);
      return () -> {};
    }
    progress();
    Running transfer = new Running(Math.max(1, bytes), arrived);
    transfers.add(transfer);
    plan();
    return () -> {
      progress();
      transfers.remove(transfer);
      plan();
    };
  }

  /** Books what has come since the last change. */
  private void progress() {
    long now = machine.kernel().now();
    double each = (now - asOf) / MICROSECONDS * bandwidth / Math.max(1, transfers.size());
    transfers.forEach(t -> t.left -= each);
    asOf = now;
  }

  private void plan() {
    asOf = machine.kernel().now();
    if (next != null) {
      next.cancel();
    }
    double least = transfers.stream().mapToDouble(t -> t.left).min().orElse(-1);
    if (least >= 0) {
      long wait = (long) Math.ceil(least * transfers.size() / bandwidth * MICROSECONDS);
      next = machine.kernel().after(wait, Stage.WORLD, this::complete);
    }
  }

  private void complete() {
    progress();
    var done = transfers.stream().filter(t -> t.left < 1).toList();
    transfers.removeAll(done);
    plan();
    done.forEach(t -> t.arrived.accept(true));
  }

  private static final class Running {
    private double left;
    private final Consumer<Boolean> arrived;

    Running(double left, Consumer<Boolean> arrived) {
      this.left = left;
      this.arrived = arrived;
    }
  }
}
