package dev.dryboot.bench;

import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Plan;
import dev.dryboot.simulator.systemd.transaction.Transaction;
import dev.dryboot.simulator.systemd.unit.ManagerDefaults;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import dev.dryboot.simulator.systemd.unit.UnitLoading;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parts of a boot of a synthetic host that are done before any job runs. */
@State(Scope.Benchmark)
public class LoadingBenchmark {
  @Param({"200", "2000"})
  int units = 200;

  private UnitFileCache cache = new UnitFileCache();
  private VirtualFileSystem files = new VirtualFileSystem(SyntheticHost.root(40));
  private UnitGraph graph = graph(cache);

  /** Makes the host, and loads its units once. */
  @Setup
  public void prepare() {
    files = new VirtualFileSystem(SyntheticHost.root(units));
    cache = new UnitFileCache();
    graph = graph(cache);
    loaded(graph);
  }

  private UnitGraph graph(UnitFileCache readBefore) {
    return new UnitGraph(
        new UnitLoading(
            SystemdVersion.V257,
            new UnitPath(files, UnitPath.SYSTEM),
            readBefore,
            Map.of(),
            files::isMountPoint,
            false,
            ManagerDefaults.USUAL));
  }

  private static Unit loaded(UnitGraph graph) {
    return graph.load("default.target").orElseThrow();
  }

  /** Reads every unit file and links the units, as the first boot of a process does. */
  @Benchmark
  public Unit readAndLoad() {
    return loaded(graph(new UnitFileCache()));
  }

  /** Links the units, whose files were read before. */
  @Benchmark
  public Unit load() {
    return loaded(graph(cache));
  }

  /** Plans the jobs that the default target comes down to, on a machine where nothing runs. */
  @Benchmark
  public Plan transaction() {
    return Transaction.plan(
        JobType.START, loaded(graph), JobMode.ISOLATE, false, new NothingRuns(graph));
  }
}
