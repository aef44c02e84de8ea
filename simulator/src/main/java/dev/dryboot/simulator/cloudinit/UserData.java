package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What an instance was given as user-data: usually one cloud-config, sometimes several parts.
 *
 * @param config all cloud-configs, merged; an empty one where there is none
 * @param boothooks scripts that run early, at every boot, in order
 * @param scripts scripts that run at the end of the first boot, in order
 * @param network the network-config beside it, if there is one
 * @param noted parts that are recognised and not acted on
 */
public record UserData(
    CloudConfig config,
    List<SourceText> boothooks,
    List<SourceText> scripts,
    Optional<NetworkConfig> network,
    List<Noted> noted) {
  public UserData {
    boothooks = List.copyOf(boothooks);
    scripts = List.copyOf(scripts);
    noted = List.copyOf(noted);
  }

  /** The same with a network-config beside it. */
  public UserData with(NetworkConfig networkConfig) {
    return new UserData(config, boothooks, scripts, Optional.of(networkConfig), noted);
  }

  /** A part or key that the simulation recognises and does not act on. */
  public record Noted(String what, Span at) {}
}
