package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.value.EnvironmentText;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What units have that say nothing else: {@code Default…=} of systemd-system.conf(5), its drop-ins
 * and the kernel's command line. Times are in microseconds.
 *
 * @param timeoutStart {@code DefaultTimeoutStartSec=}
 * @param timeoutAbort {@code DefaultTimeoutAbortSec=}; empty for that of the stop
 * @param deviceTimeout {@code DefaultDeviceTimeoutSec=}: how long devices are waited for
 * @param environment {@code DefaultEnvironment=}, in the order it is written, and {@code
 *     systemd.setenv=}
 * @param ownEnvironment {@code ManagerEnvironment=}, which the manager keeps to itself
 */
public record ManagerDefaults(
    long timeoutStart,
    long timeoutStop,
    Optional<Long> timeoutAbort,
    long restart,
    long deviceTimeout,
    long startLimitInterval,
    long startLimitBurst,
    long timerAccuracy,
    String oomPolicy,
    Map<String, String> environment,
    Map<String, String> ownEnvironment) {
  private static final String SECTION = "Manager";

  /** Directories, the first of which has the last word. */
  private static final List<String> DIRECTORIES =
      List.of("/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd");

  /** Those that are compiled in (meson_options.txt, manager.c: unit_defaults_init). */
  public static final ManagerDefaults USUAL =
      new ManagerDefaults(
          90_000_000,
          90_000_000,
          Optional.empty(),
          100_000,
          90_000_000,
          10_000_000,
          5,
          60_000_000,
          "stop",
          Map.of(),
          Map.of());

  public ManagerDefaults {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    ownEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(ownEnvironment));
  }

  /** Those that a machine's files and its kernel's command line say. */
  public static ManagerDefaults of(
      VirtualFileSystem files, KernelCommandLine commandLine, UnitFileCache cache) {
    List<Fragment> fragments = fragments(files, cache);
    Optional<Long> start = span(commandLine, "systemd.default_timeout_start_sec");
    Optional<Long> device = span(commandLine, "systemd.default_device_timeout_sec");
    Map<String, String> given = givenByKernel(commandLine);
    if (fragments.isEmpty() && start.isEmpty() && device.isEmpty() && given.isEmpty()) {
      return USUAL;
    }
    Settings settings = new Settings(fragments);
    Map<String, String> environment = variables(settings, "DefaultEnvironment");
    environment.putAll(given);
    long abort = settings.microseconds(SECTION, "DefaultTimeoutAbortSec", -1);
    return new ManagerDefaults(
        start.orElse(timeout(settings, "DefaultTimeoutStartSec", USUAL.timeoutStart)),
        timeout(settings, "DefaultTimeoutStopSec", USUAL.timeoutStop),
        abort < 0 ? Optional.empty() : Optional.of(abort),
        settings.microseconds(SECTION, "DefaultRestartSec", USUAL.restart),
        device.orElse(timeout(settings, "DefaultDeviceTimeoutSec", USUAL.deviceTimeout)),
        settings.microseconds(
            SECTION,
            "DefaultStartLimitIntervalSec",
            settings.microseconds(SECTION, "DefaultStartLimitInterval", USUAL.startLimitInterval)),
        settings.number(SECTION, "DefaultStartLimitBurst", USUAL.startLimitBurst),
        settings.microseconds(SECTION, "DefaultTimerAccuracySec", USUAL.timerAccuracy),
        settings.text(SECTION, "DefaultOOMPolicy", USUAL.oomPolicy),
        environment,
        variables(settings, "ManagerEnvironment"));
  }

  private static Map<String, String> variables(Settings settings, String name) {
    Map<String, String> variables = new LinkedHashMap<>();
    settings
        .list(SECTION, name)
        .forEach(
            d ->
                variables.putAll(
                    EnvironmentText.readDirective(d.value(), word -> word).variables()));
    return variables;
  }

  /** {@code systemd.setenv=A=1} (main.c: parse_proc_cmdline_item). */
  private static Map<String, String> givenByKernel(KernelCommandLine commandLine) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String argument : commandLine.arguments()) {
      String[] words = argument.split("=", 3);
      if (words.length == 3 && words[0].equals("systemd.setenv")) {
        variables.put(words[1], words[2]);
      }
    }
    return variables;
  }

  private static long timeout(Settings settings, String name, long otherwise) {
    long value = settings.microseconds(SECTION, name, otherwise);
    return value == 0 ? Settings.INFINITY : value;
  }

  private static Optional<Long> span(KernelCommandLine commandLine, String option) {
    return commandLine
        .value(option)
        .or(() -> commandLine.value(option.replace('_', '-')))
        .flatMap(v -> TimeSpan.read(v).value())
        .map(TimeSpan::micros);
  }

  /** system.conf, and then its drop-ins by their names (conf-parser.c). */
  private static List<Fragment> fragments(VirtualFileSystem files, UnitFileCache cache) {
    List<Fragment> fragments = new ArrayList<>(0);
    DIRECTORIES.stream()
        .map(d -> d + "/system.conf")
        .filter(files::exists)
        .findFirst()
        .flatMap(path -> fragment(files, cache, path, false))
        .ifPresent(fragments::add);
    Map<String, Optional<Fragment>> dropIns = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (String file : files.list(directory + "/system.conf.d")) {
        if (file.endsWith(".conf")) {
          String path = directory + "/system.conf.d/" + file;
          dropIns.computeIfAbsent(file, f -> fragment(files, cache, path, true));
        }
      }
    }
    dropIns.values().forEach(d -> d.ifPresent(fragments::add));
    return fragments;
  }

  private static Optional<Fragment> fragment(
      VirtualFileSystem files, UnitFileCache cache, String path, boolean dropIn) {
    Optional<SourceText> text = files.read(path);
    Optional<UnitFile> file = text.map(cache::read);
    return file.map(f -> new Fragment(path, f, dropIn));
  }
}
