package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A shell that runs a script: each command is a process of its own. */
final class Shell implements Behaviours.Trapping {
  private static final int MAX_ROUNDS = 500;

  private final ShellScript script;
  private final TreeMap<Integer, Integer> traps = new TreeMap<>();
  private boolean exitOnError;

  /** Commands that the shell waits for; a trap runs when the one in the foreground has ended. */
  private int foreground;

  private int background;
  private @Nullable Runnable waiting;
  private OptionalInt trapped = OptionalInt.empty();
  private @Nullable Behaviour replaced;
  private long restsSince = -1;
  private long restPeriod;

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
        ? traps.containsKey(signal)
        : replaced instanceof Behaviours.Trapping t && t.traps(self, signal);
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (replaced != null) {
      replaced.signalled(self, signal);
      return;
    }
    Integer code = traps.get(signal);
    if (code == null) {
      self.die(signal);
    } else if (code >= 0 && foreground > 0) {
      trapped = OptionalInt.of(code);
    } else if (code >= 0) {
      self.after(restLeft(self) + Typical.COMMAND.amount(), () -> self.exit(code));
    }
  }

  /** A loop that only sleeps runs its trap when the current sleep is over. */
  private long restLeft(RunningProcess self) {
    if (restsSince < 0 || restPeriod <= 0) {
      return 0;
    }
    return restPeriod - (self.machine().kernel().now() - restsSince) % restPeriod;
  }

  private void run(RunningProcess self, ShellScript part, IntConsumer then) {
    switch (part) {
      case Simple s -> simple(self, s, then);
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
    if (round >= MAX_ROUNDS || restsForEver(loop)) {
      restsSince = self.machine().kernel().now();
      restPeriod = restPeriod(loop.body());
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

  /** {@code while :; do sleep 1; done}: nothing happens any more, except on signals. */
  private static boolean restsForEver(Loop loop) {
    return !loop.untilSuccess()
        && flat(loop.condition()).allMatch(c -> List.of(":", "true", "1").contains(c))
        && flat(loop.body()).allMatch(c -> List.of("sleep", ":", "true", "wait").contains(c));
  }

  /** How long one round of such a loop takes. */
  private static long restPeriod(ShellScript part) {
    return switch (part) {
      case Simple s when s.words().size() > 1 && s.words().getFirst().equals("sleep") ->
          Tools.sleepTime(s.words()).orElse(0L) + Typical.COMMAND.amount();
      case Simple s -> 0;
      case Sequence s -> s.parts().stream().mapToLong(Shell::restPeriod).sum();
      case Both b -> restPeriod(b.left()) + restPeriod(b.right());
      case Not n -> restPeriod(n.inner());
      case If i -> 0;
      case Loop l -> 0;
      case For f -> 0;
    };
  }

  private static java.util.stream.Stream<String> flat(ShellScript part) {
    return switch (part) {
      case Simple s -> s.words().stream().limit(1);
      case Sequence s -> s.parts().stream().flatMap(Shell::flat);
      case Both b -> java.util.stream.Stream.concat(flat(b.left()), flat(b.right()));
      case Not n -> flat(n.inner());
      case If i -> java.util.stream.Stream.of("if");
      case Loop l -> java.util.stream.Stream.of("while");
      case For f -> java.util.stream.Stream.of("for");
    };
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
    Optional<Integer> own = builtIn(self, words);
    if (own.isPresent()) {
      then.accept(own.get());
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
      self.call(argv, end -> foregroundEnded(self, code(end), then));
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

  private Optional<Integer> builtIn(RunningProcess self, List<String> words) {
    switch (words.getFirst()) {
      case "exit", "return" -> {
        self.exit(words.size() > 1 ? number(words.get(1)) : 0);
        return Optional.of(0);
      }
      case "trap" -> {
        trap(words);
        return Optional.of(0);
      }
      case "set" -> {
        exitOnError |= words.stream().anyMatch(w -> w.matches("-[a-z]*e[a-z]*"));
        return Optional.of(0);
      }
      case ":",
          "true",
          "cd",
          "export",
          "echo",
          "printf",
          "umask",
          "read",
          "local",
          "shift",
          "source",
          ".",
          "unset",
          "ulimit",
          "alias",
          "readonly",
          "wait",
          "eval",
          "break",
          "continue",
          "fi",
          "done" -> {
        return Optional.of(0);
      }
      case "false" -> {
        return Optional.of(1);
      }
      case "test", "[", "[[" -> {
        return Optional.of(FileTest.holds(words, self.machine().files()) ? 0 : 1);
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private void trap(List<String> words) {
    if (words.size() < 3) {
      return;
    }
    String action = words.get(1);
    int exit =
        action.isEmpty()
            ? -1
            : action.contains("exit") ? number(action.replaceAll("\\D+", "")) : -1;
    for (String name : words.subList(2, words.size())) {
      Signals.number(name).ifPresent(n -> traps.put(n, exit));
    }
  }

  private static int number(String word) {
    return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) & 0xff : 0;
  }

  static int code(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited e -> e.code();
      case ProcessEnd.Killed k -> 128 + k.signal();
    };
  }

  private static void writeTo(RunningProcess self, String path) {
    boolean real = !path.startsWith("/dev/") && !path.startsWith("/proc/") && !path.contains("$");
    if (real && !self.spec().purpose().role().equals("container")) {
      write(self, path, "");
    }
  }

  /** Writes a file, and makes known what came of it. */
  static boolean write(RunningProcess self, String path, String text) {
    var files = self.machine().files();
    var written = files.write(path, new FileNode.Regular(SourceText.of(path, text)));
    self.machine()
        .publish(
            written == VirtualFileSystem.Written.DONE
                ? new Fact.FileWritten(path, self.spec().owner())
                : new Fact.FileRefused(path, self.spec().owner(), reason(written)));
    return written == VirtualFileSystem.Written.DONE;
  }

  static String reason(VirtualFileSystem.Written written) {
    return switch (written) {
      case DONE -> "";
      case READ_ONLY -> "read-only";
      case NOT_A_DIRECTORY -> "not a directory";
      case IS_A_DIRECTORY -> "is a directory";
      case LINK_LOOP -> "link loop";
    };
  }
}
