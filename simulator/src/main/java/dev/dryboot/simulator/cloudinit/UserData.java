package dev.dryboot.simulator.cloudinit;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;

/**
 * What an instance was given as user-data: usually one cloud-config, sometimes several parts.
 *
 * @param config all cloud-configs, merged; an empty one where there is none
 * @param boothooks scripts that run early, at every boot, in order
 * @param scripts scripts that run at the end of the first boot, in order
 * @param noted parts that are recognised and not acted on
 */
public record UserData(
    CloudConfig config, List<SourceText> boothooks, List<SourceText> scripts, List<Noted> noted) {
  public UserData {
    boothooks = List.copyOf(boothooks);
    scripts = List.copyOf(scripts);
    noted = List.copyOf(noted);
  }

  /** A part or key that the simulation recognises and does not act on. */
  public record Noted(String what, Span at) {}
}
