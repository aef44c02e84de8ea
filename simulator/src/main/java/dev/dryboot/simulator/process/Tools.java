package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.UnknownSoftware;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The small tools of every system: shells, {@code sleep}, {@code mkdir}, {@code rm}, … */
final class Tools implements ProcessModel {
  private static final List<String> SHELLS = List.of("sh", "bash", "dash", "ash", "zsh", "ksh");

  /** Tools that change nothing that a simulation sees. */
  private static final Set<String> QUIET =
      Set.of(
          "echo",
          "printf",
          "cat",
          "ls",
          "id",
          "whoami",
          "hostname",
          "uname",
          "date",
          "chown",
          "chgrp",
          "chcon",
          "restorecon",
          "sed",
          "awk",
          "grep",
          "egrep",
          "cut",
          "tr",
          "head",
          "tail",
          "sort",
          "uniq",
          "wc",
          "find",
          "xargs",
          "stat",
          "readlink",
          "basename",
          "dirname",
          "env",
          "logger",
          "sync",
          "df",
          "du",
          "free",
          "ps",
          "ip",
          "iptables",
          "iptables-restore",
          "ip6tables",
          "nft",
          "sysctl",
          "setenforce",
          "setsebool",
          "usermod",
          "passwd",
          "chpasswd",
          "gpasswd",
          "timedatectl",
          "localectl",
          "hostnamectl",
          "loginctl",
          "journalctl",
          "systemd-tmpfiles",
          "systemd-sysusers",
          "systemd-machine-id-setup",
          "busctl",
          "ldconfig",
          "depmod",
          "update-initramfs",
          "update-grub",
          "pidof",
          "pgrep",
          "gzip",
          "gunzip",
          "base64",
          "jq",
          "yq",
          "openssl",
          "resolvectl",
          "networkctl",
          "nmcli",
          "netplan",
          "ufw",
          "tput",
          "clear",
          "runuser",
          "which",
          "type",
          "blkid",
          "lsblk",
          "findmnt",
          "mountpoint",
          "pkill");

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    List<String> argv = spec.argv();
    String name = spec.programName();
    if (SHELLS.contains(name)) {
      return shell(argv, machine);
    }
    return switch (name) {
      case "sleep" -> Optional.of(sleep(argv));
      case "kill" -> Optional.of(kill(argv));
      case "true", ":" -> Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0));
      case "false" -> Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 1));
      case "test", "[" ->
          Optional.of(
              Behaviours.doing(
                  Typical.COMMAND.amount(), p -> FileTest.holds(argv, machine.files()) ? 0 : 1));
      case "mkdir", "touch", "rm", "rmdir", "cp", "mv", "ln", "install", "tee", "chmod" ->
          Optional.of(FileTools.of(name, argv));
      case "tar", "unzip", "bsdtar" -> Optional.of(FileTools.unpacking(name, argv));
      case "env",
          "nice",
          "ionice",
          "nohup",
          "sudo",
          "time",
          "setsid",
          "stdbuf",
          "unshare",
          "timeout",
          "flock",
          "xargs" ->
          wrapped(spec, machine);
      default ->
          QUIET.contains(name)
              ? Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0))
              : script(spec, machine);
    };
  }

  private static Optional<Behaviour> shell(List<String> argv, Machine machine) {
    boolean errexit = false;
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (word.matches("-[a-z]*c") && i + 1 < argv.size()) {
        return Optional.of(new Shell(argv.get(i + 1), errexit || word.contains("e")));
      }
      if (!word.startsWith("-") && !word.startsWith("+")) {
        return Optional.of(scriptFile(word, errexit, machine));
      }
      errexit |= word.matches("-[a-z]*e[a-z]*");
    }
    return Optional.of(unknownScript("a script that is piped into " + argv.getFirst()));
  }

  /**
   * A script by its name; relative ones are those of {@code /}, where cloud-init's commands run.
   */
  private static Behaviour scriptFile(String name, boolean errexit, Machine machine) {
    String path = name.startsWith("/") ? name : "/" + name.replaceFirst("^\\./", "");
    return machine
        .files()
        .read(path)
        .<Behaviour>map(
            text ->
                text.text().isBlank()
                    ? unknownScript("the script " + name)
                    : new Shell(text.text(), errexit))
        .orElse(Behaviours.timed(Typical.COMMAND.amount(), machine.files().exists(path) ? 0 : 127));
  }

  /** A script that nobody has shown us may install anything. */
  private static Behaviour unknownScript(String what) {
    return Behaviours.doing(
        Typical.UNKNOWN_COMMAND.amount(),
        self -> {
          UnknownSoftware.installed(self.machine(), what);
          self.machine()
              .publish(new Fact.NotModelled(self.spec().owner(), "what " + what + " does"));
          return 0;
        });
  }

  /** A file that begins with {@code #!} and a shell is a script that we can follow. */
  private static Optional<Behaviour> script(ProcessSpec spec, Machine machine) {
    if (!spec.program().startsWith("/")) {
      return Optional.empty();
    }
    return machine
        .files()
        .read(spec.program())
        .map(SourceText::text)
        .filter(t -> t.startsWith("#!"))
        .map(t -> t.substring(2, t.indexOf('\n') < 0 ? t.length() : t.indexOf('\n')).strip())
        .filter(line -> SHELLS.stream().anyMatch(s -> line.matches(".*[/ ]" + s + "( .*)?")))
        .map(
            line ->
                new Shell(
                    machine.files().read(spec.program()).orElseThrow().text(),
                    line.matches(".* -[a-z]*e.*")));
  }

  private static Behaviour sleep(List<String> argv) {
    if (argv.contains("infinity")) {
      return Behaviours.endless();
    }
    return sleepTime(argv)
        .map(time -> Behaviours.timed(time + Typical.COMMAND.amount(), 0))
        .orElseGet(() -> Behaviours.timed(Typical.COMMAND.amount(), 1));
  }

  /** How many microseconds {@code sleep 1m 0.5} sleeps; empty where its words are no times. */
  static Optional<Long> sleepTime(List<String> argv) {
    double seconds = 0;
    for (String word : argv.subList(1, argv.size())) {
      if (!word.matches("[0-9]{0,9}(\\.[0-9]{0,9})?[smhd]?") || !word.matches(".*[0-9].*")) {
        return Optional.empty();
      }
      char unit = word.charAt(word.length() - 1);
      String number =
          Character.isDigit(unit) || unit == '.' ? word : word.substring(0, word.length() - 1);
      double value = Double.parseDouble(number);
      seconds += value * (unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : 1);
    }
    return Optional.of((long) (seconds * 1_000_000));
  }

  /** {@code kill -9 42}: signals to processes by their numbers. */
  private static Behaviour kill(List<String> argv) {
    return Behaviours.doing(
        Typical.COMMAND.amount(),
        self -> {
          int signal = Signals.TERM;
          boolean all = true;
          for (int i = 1; i < argv.size(); i++) {
            String word = argv.get(i);
            if (word.equals("-s") && i + 1 < argv.size()) {
              signal = Signals.number(argv.get(++i)).orElse(Signals.TERM);
            } else if (word.startsWith("-") && word.length() > 1) {
              signal = Signals.number(word.substring(1)).orElse(signal);
            } else if (word.matches("[0-9]{1,9}")) {
              all &= self.machine().processes().signal(Integer.parseInt(word), signal);
            }
          }
          return all ? 0 : 1;
        });
  }

  /** {@code env A=b timeout 5 command}: the command is what counts. */
  private static Optional<Behaviour> wrapped(ProcessSpec spec, Machine machine) {
    List<String> argv = spec.argv();
    int from = 1;
    while (from < argv.size()
        && (argv.get(from).startsWith("-")
            || argv.get(from).contains("=")
            || argv.get(from).matches("[0-9]+[smhd]?")
            || spec.programName().equals("flock") && argv.get(from).startsWith("/run"))) {
      from++;
    }
    if (from >= argv.size()) {
      return Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0));
    }
    return Optional.of(machine.behaviourOf(spec.withArgv(argv.subList(from, argv.size()))));
  }
}
