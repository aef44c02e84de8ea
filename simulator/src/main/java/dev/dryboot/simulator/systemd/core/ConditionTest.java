package dev.dryboot.simulator.systemd.core;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.foreign.value.ByteSize;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.systemd.unit.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** One condition of each kind (condition.c: condition_test_…). */
final class ConditionTest {
  private static final Optional<Boolean> ERROR = Optional.empty();

  private final ProcessOne processOne;
  private final FileConditions files;
  private final HostConditions host;

  ConditionTest(ProcessOne processOne) {
    this.processOne = processOne;
    this.files = new FileConditions(processOne);
    this.host = new HostConditions(processOne);
  }

  /**
   * Whether the condition holds, before it is negated; empty where systemd cannot tell, and takes
   * it as not met, negated or not.
   */
  Optional<Boolean> holds(RunningUnit unit, Condition condition) {
    String what = condition.parameter();
    return switch (condition.kind()) {
      case "KernelCommandLine" -> Optional.of(commandLineHas(what));
      case "KernelVersion" -> kernelVersionHolds(what);
      case "OSRelease" -> osReleaseHolds(what);
      case "Memory" -> memoryHolds(what);
      case "CPUs" -> compared(what).holdsForNumber(processOne.facts().processors());
      case "FirstBoot" -> isAsSaid(what, processOne.facts().firstBoot());
      case "ACPower" -> isAsSaid(what, true);
      case "Environment" -> Optional.of(hasEnvironment(unit, what));
      case "Host" -> Optional.of(host.isNamed(what));
      case "Virtualization" -> Optional.of(host.isVirtualized(what));
      case "Architecture" -> Optional.of(host.isArchitecture(what));
      case "Security" -> Optional.of(host.isSecuredBy(what));
      case "Firmware" -> host.hasFirmware(what);
      case "ControlGroupController" -> Optional.of(host.hasControllers(what));
      case "Capability" -> host.hasCapability(what);
      case "Credential" -> Optional.of(host.hasCredential(what));
      case "User" -> Optional.of(List.of("root", "@system", "0").contains(what));
      case "Group" -> Optional.of(List.of("root", "0").contains(what));
      case "CPUFeature" -> Optional.of(cpuFeature(unit, condition));
      case "MemoryPressure", "CPUPressure", "IOPressure" -> pressure(unit, condition);
      case "NeedsUpdate" -> Optional.of(files.needUpdate(what));
      default -> {
        Optional<Boolean> of = files.holds(condition.kind(), what);
        if (of.isEmpty()) {
          note(unit, condition);
        }
        yield of.or(() -> Optional.of(!condition.negate()));
      }
    };
  }

  private void note(RunningUnit unit, Condition condition) {
    processOne.publish(new Fact.NotModelled(unit.id(), condition.text()));
  }

  private static Optional<Boolean> isAsSaid(String what, boolean is) {
    return Scalars.readBoolean(what).value().map(wanted -> wanted == is);
  }

  /** A word of the kernel's command line, or a name of which the value does not matter. */
  private boolean commandLineHas(String what) {
    KernelCommandLine commandLine = processOne.machine().commandLine();
    boolean assignment = what.contains("=");
    for (String argument : commandLine.arguments()) {
      if (argument.equals(what) || !assignment && argument.startsWith(what + "=")) {
        return true;
      }
    }
    return false;
  }

  /** Comparisons that all hold; a word without an operator is a pattern. */
  private Optional<Boolean> kernelVersionHolds(String what) {
    List<String> words = Words.split(what, Words.Style.QUOTED).texts();
    String release = processOne.facts().kernelRelease();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).strip();
      var comparison =
          VersionComparison.read(word)
              .orElse(new VersionComparison(VersionComparison.Operator.MATCHES, word));
      if (comparison.operand().isEmpty()) {
        if (i > 0 || words.size() == 1) {
          return ERROR;
        }
        // Only in the first expression may a blank follow the operator.
        comparison = new VersionComparison(comparison.operator(), words.get(++i));
      }
      if (!comparison.holdsForVersion(release)) {
        return Optional.of(false);
      }
    }
    return Optional.of(true);
  }

  /** Assignments of os-release(5) that all hold; one that is missing there is empty. */
  private Optional<Boolean> osReleaseHolds(String what) {
    Predicate<Character> sign = c -> "!<=>$".indexOf(c) >= 0;
    for (String word : Words.split(what, Words.Style.QUOTED).texts()) {
      int end = 0;
      while (end < word.length() && !sign.test(word.charAt(end))) {
        end++;
      }
      Optional<VersionComparison> comparison = VersionComparison.read(word.substring(end));
      if (end == 0 || comparison.filter(c -> !c.operand().isEmpty()).isEmpty()) {
        return ERROR;
      }
      String is = processOne.facts().osRelease().getOrDefault(word.substring(0, end), "");
      if (!comparison.get().holdsForVersion(is)) {
        return Optional.of(false);
      }
    }
    return Optional.of(true);
  }

  /** A comparison; {@code >=} where no operator is given. */
  private static VersionComparison compared(String what) {
    return VersionComparison.read(what)
        .orElse(new VersionComparison(VersionComparison.Operator.AT_LEAST, what.strip()));
  }

  private Optional<Boolean> memoryHolds(String what) {
    VersionComparison comparison = compared(what);
    return ByteSize.read(comparison.operand())
        .value()
        .map(size -> new VersionComparison(comparison.operator(), String.valueOf(size.bytes())))
        .flatMap(c -> c.holdsForNumber(processOne.facts().memory()));
  }

  /** Of a variable its name, or name and value. */
  private boolean hasEnvironment(RunningUnit unit, String what) {
    int equals = what.indexOf('=');
    Optional<String> value =
        Optional.ofNullable(
            processOne
                .environment()
                .handed(unit.unit().defaults())
                .get(equals < 0 ? what : what.substring(0, equals)));
    return equals < 0
        ? value.isPresent()
        : value.filter(v -> v.equals(what.substring(equals + 1))).isPresent();
  }

  /** What every processor of the architecture can do is known; the rest is not, and is noted. */
  private boolean cpuFeature(RunningUnit unit, Condition condition) {
    boolean common = host.everyProcessorCan(condition.parameter().toLowerCase(Locale.ROOT));
    if (!common && host.isArchitecture("x86-64")) {
      note(unit, condition);
    }
    return common;
  }

  /** Nothing presses in a simulation: {@code [SLICE:]SHARE[/10s|/1min|/5min]} always holds. */
  private Optional<Boolean> pressure(RunningUnit unit, Condition condition) {
    String what = condition.parameter();
    int colon = what.indexOf(':');
    if (colon >= 0 && !what.substring(0, colon).strip().endsWith(".slice")) {
      return ERROR;
    }
    String limit = what.substring(colon + 1).strip();
    int slash = limit.indexOf('/');
    String span = slash < 0 ? "5min" : limit.substring(slash + 1).strip();
    String share = slash < 0 ? limit : limit.substring(0, slash).strip();
    if (!List.of("10s", "10sec", "1min", "5min").contains(span)
        || !Glob.matches("[0-9]*[%\u2030\u2031]", share)) {
      return ERROR;
    }
    note(unit, condition);
    return Optional.of(true);
  }
}
