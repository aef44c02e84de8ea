package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import dev.dryboot.simulator.process.ShellScript.Sought;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A shell that runs a script: each command is a process of its own. */
final class Shell implements Behaviours.Trapping {
  private static final int MAX_ROUNDS = 2_000;

  private final ShellScript script;
  private final ShellTraps traps = new ShellTraps();
  private boolean exitOnError;

  /** Commands that the shell waits for; a trap runs when the one in the foreground has ended. */
  private int foreground;

  private int background;
  private @Nullable Runnable waiting;
  private OptionalInt trapped = OptionalInt.empty();
  private @Nullable Behaviour replaced;
  private @Nullable RestingLoop resting;

  Shell(String text, boolean exitOnError) {
    this.script = ShellParser.parse(text);
    this.exitOnError = exitOnError;
  }

  @Override
  public void start(RunningProcess self) {
    run(self, script, self::exit);
  }

  @Override
  public boolean traps(RunningProcess self, int signal) {
    return replaced == null
        ? traps.has(signal)
        : replaced instanceof Behaviours.Trapping t && t.traps(self, signal);
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (replaced != null) {
      replaced.signalled(self, signal);
      return;
    }
    OptionalInt exit = traps.exit(signal);
    if (!traps.has(signal)) {
      self.die(signal);
    } else if (exit.isPresent() && foreground > 0) {
      trapped = exit;
    } else if (exit.isPresent()) {
      long rest = resting == null ? 0 : resting.left(self.machine().kernel().now());
      self.after(rest + Typical.COMMAND.amount(), () -> self.exit(exit.getAsInt()));
    }
  }

  private void run(RunningProcess self, ShellScript part, IntConsumer then) {
    switch (part) {
      case Simple s -> simple(self, s, then);
      case Sought s -> simple(self, s.command(), code -> then.accept(sought(self, s, code)));
      case Sequence s -> sequence(self, s.parts(), 0, 0, then);
      case Both b ->
          run(
              self,
              b.left(),
              code -> {
                if (code == 0 == b.onSuccess()) {
                  run(self, b.right(), then);
                } else {
                  then.accept(code);
                }
              });
      case Not n -> run(self, n.inner(), code -> then.accept(code == 0 ? 1 : 0));
      case If i ->
          run(self, i.condition(), code -> run(self, code == 0 ? i.then() : i.orElse(), then));
      case Loop l -> loop(self, l, 0, then);
      case For f -> rounds(self, f, 0, then);
    }
  }

  /** Where it is not known what a command prints, it prints what is looked for, unless it fails. */
  private static int sought(RunningProcess self, Sought sought, int code) {
    boolean there =
        Printed.on(self.machine())
            .take(self.spec().owner())
            .map(line -> sought.whole() ? line.equals(sought.word()) : line.contains(sought.word()))
            .orElse(code == 0);
    return there ? 0 : 1;
  }

  private void sequence(
      RunningProcess self, List<ShellScript> parts, int from, int last, IntConsumer then) {
    if (from == parts.size()) {
      then.accept(last);
      return;
    }
    ShellScript part = parts.get(from);
    run(
        self,
        part,
        code -> {
          if (code != 0 && exitOnError && part instanceof Simple) {
            self.exit(code);
          } else {
            sequence(self, parts, from + 1, code, then);
          }
        });
  }

  private void loop(RunningProcess self, Loop loop, int round, IntConsumer then) {
    if (round >= MAX_ROUNDS || RestingLoop.isOne(loop)) {
      resting = RestingLoop.from(self.machine().kernel().now(), loop);
      return;
    }
    run(
        self,
        loop.condition(),
        code -> {
          if (code == 0 == loop.untilSuccess()) {
            then.accept(0);
          } else {
            run(self, loop.body(), c -> self.after(1, () -> loop(self, loop, round + 1, then)));
          }
        });
  }

  private void rounds(RunningProcess self, For loop, int round, IntConsumer then) {
    if (round >= loop.times()) {
      then.accept(0);
    } else {
      run(self, loop.body(), code -> rounds(self, loop, round + 1, then));
    }
  }

  private void simple(RunningProcess self, Simple command, IntConsumer then) {
    command.writes().forEach(path -> writeTo(self, path));
    List<String> words = command.words();
    if (words.isEmpty()) {
      then.accept(0);
      return;
    }
    if (words.getFirst().equals("wait") && background > 0) {
      waiting = () -> then.accept(0);
      return;
    }
    OptionalInt own = builtIn(self, words);
    if (own.isPresent()) {
      then.accept(own.getAsInt());
      return;
    }
    boolean wrapper =
        words.size() > 1
            && List.of("exec", "command", "time", "builtin").contains(words.getFirst());
    List<String> argv = wrapper ? words.subList(1, words.size()) : words;
    if (command.background()) {
      background++;
      self.call(argv, end -> backgroundEnded());
      then.accept(0);
    } else if (words.getFirst().equals("exec") && wrapper) {
      replace(self, argv);
    } else {
      foreground++;
      self.call(argv, end -> foregroundEnded(self, end.code(), then));
    }
  }

  private void backgroundEnded() {
    background--;
    Runnable then = waiting;
    if (background == 0 && then != null) {
      waiting = null;
      then.run();
    }
  }

  private void foregroundEnded(RunningProcess self, int code, IntConsumer then) {
    foreground--;
    if (trapped.isPresent()) {
      self.exit(trapped.getAsInt());
    } else {
      then.accept(code);
    }
  }

  /** {@code exec}: the process goes on as another program. */
  private void replace(RunningProcess self, List<String> argv) {
    Behaviour next = self.machine().behaviourOf(self.spec().withArgv(argv));
    if (next.executable()) {
      replaced = next;
      next.start(self);
    } else {
      self.exit(127);
    }
  }

  private OptionalInt builtIn(RunningProcess self, List<String> words) {
    switch (words.getFirst()) {
      case "exit", "return" -> self.exit(words.size() > 1 ? ShellTraps.exitCode(words.get(1)) : 0);
      case "trap" -> traps.set(words);
      case "set" -> exitOnError |= words.stream().anyMatch(w -> w.matches("-[a-z]*e[a-z]*"));
      default -> {
        return ShellBuiltIn.code(words, self.machine().files());
      }
    }
    return OptionalInt.of(0);
  }

  private static void writeTo(RunningProcess self, String path) {
    boolean real = !path.startsWith("/dev/") && !path.startsWith("/proc/") && !path.contains("$");
    if (real && !self.spec().purpose().role().equals("container")) {
      self.machine()
          .write(path, new FileNode.Regular(SourceText.of(path, "")), self.spec().owner());
    }
  }
}
