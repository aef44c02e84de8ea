package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.Case;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import dev.dryboot.simulator.process.ShellScript.Sought;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A shell that runs a script: each command is a process of its own. */
final class Shell implements Behaviours.Trapping {
  private static final int MAX_ROUNDS = 2_000;

  private final ShellScript script;
  private final ShellTraps traps = new ShellTraps();
  private final ShellExpansion expansion = new ShellExpansion();
  private boolean exitOnError;
  private Jump jump = Jump.NONE;

  /** Out of a loop, or to its next round. */
  private enum Jump {
    NONE,
    BREAK,
    CONTINUE
  }

  /** Commands that it waits for; a trap runs when the one in the foreground has ended. */
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
      case Sought s -> {
        Printed.on(self.machine()).take(self.spec().owner());
        simple(self, s.command(), code -> then.accept(ShellPipes.found(self, s, code) ? 0 : 1));
      }
      case Sequence s -> sequence(self, s.parts(), 0, 0, then);
      case Both b ->
          run(
              self,
              b.left(),
              code -> {
                if (code == 0 == b.onSuccess() && jump == Jump.NONE) {
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
      case Case c ->
          expansion.substituted(
              self,
              List.of(c.word()),
              this::called,
              (words, code) -> run(self, c.of(words.getFirst()), then));
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
          } else if (jump != Jump.NONE) {
            then.accept(code);
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
            run(
                self,
                loop.body(),
                c -> {
                  if (leaves()) {
                    then.accept(0);
                  } else {
                    self.after(1, () -> loop(self, loop, round + 1, then));
                  }
                });
          }
        });
  }

  private void rounds(RunningProcess self, For loop, int round, IntConsumer then) {
    if (round >= loop.words().size()) {
      then.accept(0);
      return;
    }
    expansion.assign(loop.variable() + "=" + loop.words().get(round));
    run(
        self,
        loop.body(),
        code -> {
          if (leaves()) {
            then.accept(code);
          } else {
            rounds(self, loop, round + 1, then);
          }
        });
  }

  /** The end of a round: whether it was {@code break} that ended it. */
  private boolean leaves() {
    boolean leaves = jump == Jump.BREAK;
    jump = Jump.NONE;
    return leaves;
  }

  /** Assignments first; they may ask what commands print. */
  private void simple(RunningProcess self, Simple command, IntConsumer then) {
    command.writes().forEach(path -> FileTools.redirected(self, path));
    expansion.substituted(
        self,
        command.assignments(),
        this::called,
        (assigned, code) -> {
          assigned.forEach(expansion::assign);
          if (command.words().isEmpty()) {
            then.accept(code);
          } else if (ShellExpansion.looksAtText(command.words().getFirst())) {
            expansion.substituted(
                self,
                command.words(),
                this::called,
                (words, c) -> perform(self, command, words, then));
          } else {
            perform(self, command, expansion.known(command.words()), then);
          }
        });
  }

  private void perform(RunningProcess self, Simple command, List<String> words, IntConsumer then) {
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
      if (self.alive()) {
        then.accept(own.getAsInt());
      }
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
      called(self, argv, then);
    }
  }

  /** A command in the foreground. */
  private void called(RunningProcess self, List<String> argv, IntConsumer then) {
    foreground++;
    self.call(argv, end -> foregroundEnded(self, end.code(), then));
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
      case "break" -> jump = Jump.BREAK;
      case "continue" -> jump = Jump.CONTINUE;
      case "export", "local", "readonly", "declare" ->
          words.stream().filter(ShellExpansion::isAssignment).forEach(expansion::assign);
      case "read", "unset" -> words.forEach(expansion::forget);
      case "set" -> exitOnError |= words.stream().anyMatch(w -> w.matches("-[a-z]*e[a-z]*"));
      default -> {
        return ShellBuiltIn.code(words, self.machine().files());
      }
    }
    return OptionalInt.of(0);
  }
}
