package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Limits;
import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.replay.StubProgram;
import dev.dryboot.simulator.systemd.core.HostFacts;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine with a few units, for tests: its services run the program of recordings. */
public final class TestBoot {
  private final Map<String, String> units = new LinkedHashMap<>();
  private final FileTree tree = FileTree.empty();
  private SystemdVersion version = SystemdVersion.V257;
  private TieBreaker ties = TieBreaker.CANONICAL;
  private long seed = 1;
  private KernelCommandLine commandLine = KernelCommandLine.EMPTY;
  private HostFacts facts = HostFacts.virtualMachine("test", false);
  private boolean standardPrograms;
  private final Map<String, String> commands = new LinkedHashMap<>();

  /** Units that nearly every test needs. */
  public static TestBoot usual() {
    return new TestBoot()
        .unit("sysinit.target", "[Unit]\n")
        .unit("basic.target", "[Unit]\nRequires=sysinit.target\nAfter=sysinit.target\n")
        .unit("shutdown.target", "[Unit]\nDefaultDependencies=no\n");
  }

  public TestBoot unit(String name, String text) {
    units.put(name, text);
    return this;
  }

  /** A service whose command is that of the stub program. */
  public TestBoot service(String name, String unit, String service, String command) {
    return unit(
        name, "[Unit]\n" + unit + "\n[Service]\n" + service + "\nExecStart=/usr/bin/b " + command);
  }

  public TestBoot wants(String... names) {
    return unit(
        "default.target",
        "[Unit]\nRequires=basic.target\nAfter=basic.target\nAllowIsolate=yes\nWants="
            + String.join(" ", names)
            + "\n");
  }

  public TestBoot file(String path, FileNode node) {
    tree.put(path, node);
    return this;
  }

  public TestBoot commandLine(String... arguments) {
    commandLine = new KernelCommandLine(List.of(arguments));
    return this;
  }

  public TestBoot facts(HostFacts others) {
    facts = others;
    return this;
  }

  /** A machine like the one that the real programs were recorded on, by another name. */
  public TestBoot recorder(String hostname, Map<String, String> osRelease) {
    HostFacts usual = HostFacts.virtualMachine(hostname, false);
    return facts(
        new HostFacts(
            usual.hostname(),
            usual.machineId(),
            usual.virtualization(),
            false,
            usual.memory(),
            usual.processors(),
            usual.security(),
            usual.environment(),
            "6.18.44-fc-v782",
            osRelease));
  }

  public TestBoot version(SystemdVersion other) {
    version = other;
    return this;
  }

  /** Commands other than the stub's are those of every simulation. */
  public TestBoot standardPrograms() {
    standardPrograms = true;
    return this;
  }

  /** From now on a program does what the stub program does with these words. */
  public TestBoot command(String program, String words) {
    commands.put(program, words);
    return this;
  }

  public TestBoot seed(long other) {
    seed = other;
    ties = TieBreaker.shuffled(other);
    return this;
  }

  public Booted boot() {
    units.forEach(
        (name, text) -> {
          String path = "/etc/systemd/system/" + name;
          SourceText source = SourceText.of(path, text);
          tree.put(
              path,
              text.startsWith("-> ")
                  ? new FileNode.SymbolicLink(text.substring(3), source)
                  : new FileNode.Regular(source));
        });
    Kernel kernel = new Kernel(ties, seed, Limits.USUAL);
    Machine machine =
        new Machine(
            kernel, new VirtualFileSystem(tree), commandLine, "x86-64", models(), new Trace());
    SystemdManager manager =
        SystemdManager.boot(machine, SystemdOptions.usual(version, "test").withFacts(facts));
    kernel.run(kernel.now() + 5_000_000);
    return new Booted(machine, manager);
  }

  private List<ProcessModel> models() {
    StubProgram stub = new StubProgram(0);
    if (!standardPrograms) {
      return List.of(stub);
    }
    List<ProcessModel> models = new ArrayList<>();
    models.add(
        (spec, machine) ->
            spec.program().equals(StubProgram.PATH)
                ? stub.recognise(spec, machine)
                : Optional.ofNullable(commands.get(spec.programName()))
                    .map(words -> List.of((StubProgram.PATH + " " + words).split(" ")))
                    .flatMap(argv -> stub.recognise(spec.withArgv(argv), machine)));
    models.addAll(StandardPrograms.last().models());
    return models;
  }

  /** Runs a script as root for half a minute at most; what it exits with. */
  public static int shell(Machine machine, String script) {
    List<Integer> codes = new ArrayList<>();
    ProcessSpec spec =
        new ProcessSpec(
            List.of("sh", "-c", script), Map.of(), "test", "/test", "root", Optional.empty());
    machine
        .processes()
        .spawn(spec, (int pid, ProcessEnd end) -> codes.add(end.code()), 0, executed -> {});
    machine.kernel().run(machine.kernel().now() + 30_000_000);
    return codes.getLast(); // its commands end before it
  }

  /** A machine that has booted. */
  public record Booted(Machine machine, SystemdManager manager) {

    /** {@code active/running/success} of a unit. */
    public String state(String unit) {
      return manager
          .processOne()
          .load(unit)
          .map(u -> u.active().word() + "/" + u.machine().sub() + "/" + u.machine().result())
          .orElse("no unit");
    }

    /** Runs a systemctl command for up to five seconds, and says what it exits with; -1 if not. */
    public int systemctl(String verb, String... names) {
      List<Integer> answers = new ArrayList<>();
      manager.request(
          ServiceManager.Request.of("test", verb.split(" ", -1)).withUnits(List.of(names)),
          answers::add);
      machine.kernel().run(machine.kernel().now() + 5_000_000);
      return answers.isEmpty() ? -1 : answers.getFirst();
    }

    /** Results of the jobs that ended, in order: {@code a.service/start=done}. */
    public List<String> jobs() {
      return machine
          .trace()
          .of(Fact.JobFinished.class)
          .map(f -> f.unit() + "/" + f.type() + "=" + f.result())
          .toList();
    }

    public <F extends Fact> List<F> facts(Class<F> type) {
      return machine.trace().of(type).toList();
    }
  }
}
