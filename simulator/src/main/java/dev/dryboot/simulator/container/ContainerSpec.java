package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.EngineValues;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.foreign.container.RestartPolicy;
import dev.dryboot.foreign.container.VolumeMount;
import dev.dryboot.simulator.process.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container is to be, as {@code run} and {@code create} were told.
 *
 * @param words the command line it was made by; a record on disk keeps it
 * @param image normalised reference
 * @param program what runs in it; the image's own program is a word that begins with {@code image:}
 * @param stopTimeout microseconds between the stop signal and SIGKILL
 * @param withInit whether a small init forwards signals ({@code --init})
 */
public record ContainerSpec(
    List<String> words,
    Optional<String> name,
    String image,
    List<String> program,
    RestartPolicy restart,
    boolean autoRemove,
    boolean replace,
    List<PortMapping> ports,
    List<VolumeMount> volumes,
    List<String> networks,
    long stopTimeout,
    int stopSignal,
    boolean withInit,
    Optional<Health> health,
    String pull,
    String sdnotify) {

  /** How an engine asks whether a container is well. */
  public record Health(String command, long interval, long startPeriod, int retries) {}

  /** docker-stop(1): ten seconds. */
  public static final long STOP_TIMEOUT = 10_000_000;

  /** What a command line asks for, or why an engine refuses it. */
  public sealed interface Reading {
    record Of(ContainerSpec spec) implements Reading {}

    record Refused(String reason) implements Reading {}
  }

  /** Reads the command line of {@code run} or {@code create}. */
  public static Reading read(ContainerCommand command) {
    if (!command.unknown().isEmpty()) {
      return new Reading.Refused("unknown flag: " + command.unknown().getFirst());
    }
    var image = command.image().map(ImageReference::read);
    if (image.isEmpty() || image.get().fault().isPresent()) {
      return new Reading.Refused("no image, or not the name of one");
    }
    var restart = RestartPolicy.read(command.restart().orElse("no"));
    if (restart.fault().isPresent()) {
      return new Reading.Refused("restart policy not known: " + command.restart().orElse(""));
    }
    if (restart.get().restarts() && command.removed()) {
      return new Reading.Refused("conflicting options: --restart and --rm");
    }
    var ports = new ArrayList<PortMapping>();
    for (String text : command.publishes()) {
      var port = PortMapping.read(text);
      if (port.fault().isPresent()) {
        return new Reading.Refused("published port not understood: " + text);
      }
      ports.add(port.get());
    }
    var volumes = new ArrayList<VolumeMount>();
    for (String text : command.volumes()) {
      var volume = VolumeMount.readVolume(text);
      if (volume.fault().isPresent()) {
        return new Reading.Refused("volume not understood: " + text);
      }
      volumes.add(volume.get());
    }
    for (String text : command.mounts()) {
      var mount = VolumeMount.readMount(text);
      if (mount.fault().isPresent()) {
        return new Reading.Refused("mount not understood: " + text);
      }
      volumes.add(mount.get());
    }
    return new Reading.Of(of(command, image.get().get().toString(), restart.get(), ports, volumes));
  }

  private static ContainerSpec of(
      ContainerCommand command,
      String image,
      RestartPolicy restart,
      List<PortMapping> ports,
      List<VolumeMount> volumes) {
    return new ContainerSpec(
        command.argv(),
        command.name(),
        image,
        program(command, image),
        restart,
        command.removed(),
        command.replaces(),
        List.copyOf(ports),
        List.copyOf(volumes),
        List.copyOf(command.networks()),
        command
            .last("stop-timeout")
            .filter(t -> t.matches("[0-9]{1,6}"))
            .map(t -> Long.parseLong(t) * 1_000_000)
            .orElse(STOP_TIMEOUT),
        command
            .last("stop-signal")
            .map(s -> Signals.number(s).orElse(Signals.TERM))
            .orElse(Signals.TERM),
        command.isOn("init"),
        health(command),
        command.last("pull").orElse("missing"),
        command.last("sdnotify").orElse(""));
  }

  private static List<String> program(ContainerCommand command, String image) {
    var program = new ArrayList<String>();
    command.last("entrypoint").filter(e -> !e.isEmpty()).ifPresent(program::add);
    program.addAll(command.arguments());
    if (program.isEmpty() || program.getFirst().startsWith("-")) {
      program.addFirst("image:" + image);
    }
    return List.copyOf(program);
  }

  private static Optional<Health> health(ContainerCommand command) {
    Optional<String> check = command.last("health-cmd");
    if (check.isEmpty() || check.get().equals("none") || command.isOn("no-healthcheck")) {
      return Optional.empty();
    }
    return Optional.of(
        new Health(
            check.get(),
            duration(command, "health-interval", 30_000_000),
            duration(command, "health-start-period", 0),
            command
                .last("health-retries")
                .filter(r -> r.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(3)));
  }

  private static long duration(ContainerCommand command, String option, long usual) {
    return command
        .last(option)
        .map(EngineValues::readDuration)
        .filter(r -> r.fault().isEmpty())
        .map(r -> r.get().micros())
        .orElse(usual);
  }
}
