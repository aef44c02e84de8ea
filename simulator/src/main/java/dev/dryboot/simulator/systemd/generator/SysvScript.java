package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A script of {@code /etc/init.d} and the service that it becomes: what its header says of others,
 * in the words of the Linux Standard Base ({@code ### BEGIN INIT INFO}).
 */
final class SysvScript {
  private static final List<String> RELOADS =
      List.of("{reload|", "{reload}", "{reload\"", "|reload|", "|reload}", "|reload\"");

  private final String service;
  private final String path;
  private final SourceText text;
  private final Set<String> wantedBy = new LinkedHashSet<>();
  private final Set<String> wants = new LinkedHashSet<>();
  private final Set<String> before = new LinkedHashSet<>();
  private final Set<String> after = new LinkedHashSet<>();
  private final List<String> aliases = new ArrayList<>();
  private Optional<String> pidFile = Optional.empty();
  private boolean hasHeader;
  private boolean reloads;
  private int priority = -1;

  SysvScript(String service, String path, SourceText text) {
    this.service = service;
    this.path = path;
    this.text = text;
    read();
  }

  /** The service of a script's name: {@code foo.sh} is that of {@code foo}. */
  static String service(String name) {
    return UnitName.mangle(name.replaceFirst("\\.sh$", ""));
  }

  Span place() {
    String first = text.text().lines().findFirst().orElse("");
    return text.span(0, first.length());
  }

  void wantedBy(String target) {
    before.add(target);
    wantedBy.add(target);
  }

  void priority(int of) {
    priority = Math.max(priority, of);
  }

  /** Those of which one has no header are ordered by the numbers of their links (fix_order). */
  void order(Collection<SysvScript> all) {
    for (SysvScript other : all) {
      if (priority < 0 || other.priority < 0 || hasHeader && other.hasHeader) {
        continue;
      }
      if (other.priority < priority) {
        after.add(other.service);
      } else if (other.priority > priority) {
        before.add(other.service);
      }
    }
  }

  private void read() {
    boolean header = false;
    boolean usage = false;
    String continued = "";
    for (String raw : text.text().lines().toList()) {
      String line = raw.strip();
      if (!line.startsWith("#")) {
        usage = usage || line.toLowerCase(Locale.ROOT).contains("usage");
        reloads |= usage && RELOADS.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains);
        usage = usage && line.endsWith("\\");
        continue;
      }
      if (line.equals("### BEGIN INIT INFO")) {
        header = true;
        hasHeader = true;
      } else if (line.equals("### END INIT INFO")) {
        header = false;
      } else {
        String said = line.substring(1).strip();
        if (header) {
          say(said);
        } else if (said.toLowerCase(Locale.ROOT).startsWith("pidfile:")) {
          String file = said.substring("pidfile:".length()).strip();
          pidFile = Optional.of(file).filter(f -> f.startsWith("/"));
        }
      }
    }
  }

  private void say(String line) {
    int colon = line.indexOf(':');
    List<String> words =
        colon < 0 ? List.of() : List.of(line.substring(colon + 1).strip().split("\\s+", -1));
    switch (colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "provides" -> words.forEach(this::provides);
      case "required-start", "should-start", "x-start-after" ->
          words.forEach(w -> follows(w, false));
      case "x-start-before" -> words.forEach(w -> follows(w, true));
      default -> {}
    }
  }

  private void provides(String word) {
    Optional<String> unit = unit(word);
    if (unit.isEmpty()) {
      return;
    }
    if (unit.get().endsWith(".service")) {
      aliases.add(unit.get());
      return;
    }
    // A service pulls in the targets that it provides, and never the other way round.
    before.add(unit.get());
    wants.add(unit.get());
    if (unit.get().equals("network-online.target")) {
      before.add("network.target");
      wants.add("network.target");
    }
  }

  private void follows(String word, boolean isBefore) {
    unit(word)
        .ifPresent(
            unit -> {
              if (unit.equals("network-online.target") && !isBefore) {
                wants.add(unit);
              }
              (isBefore ? before : after).add(unit);
            });
  }

  /** What a facility is called in systemd; empty for those that are always there. */
  private Optional<String> unit(String word) {
    return switch (word) {
      case "", "\\", "$local_fs", "$syslog" -> Optional.empty();
      case "$network" -> Optional.of("network-online.target");
      case "$named" -> Optional.of("nss-lookup.target");
      case "$portmap" -> Optional.of("rpcbind.target");
      case "$remote_fs" -> Optional.of("remote-fs.target");
      case "$time" -> Optional.of("time-sync.target");
      default ->
          word.startsWith("$")
              ? Optional.of(UnitName.mangle(word.substring(1) + ".target"))
              : Optional.of(service(word)).filter(s -> !s.equals(service));
    };
  }

  void write(GeneratedUnits units) {
    List<String> lines = new ArrayList<>(List.of("[Unit]"));
    before.forEach(u -> lines.add("Before=" + u));
    after.forEach(u -> lines.add("After=" + u));
    wants.forEach(u -> lines.add("Wants=" + u));
    lines.addAll(
        List.of(
            "[Service]",
            "Type=forking",
            "Restart=no",
            "TimeoutSec=5min",
            "IgnoreSIGPIPE=no",
            "KillMode=process",
            "GuessMainPID=no",
            "RemainAfterExit=" + (pidFile.isEmpty() ? "yes" : "no")));
    pidFile.ifPresent(f -> lines.add("PIDFile=" + f));
    if (hasHeader) {
      // Not installed, not configured: those are no failures there.
      lines.add("SuccessExitStatus=5 6");
    }
    lines.addAll(List.of("ExecStart=" + path + " start", "ExecStop=" + path + " stop"));
    if (reloads) {
      lines.add("ExecReload=" + path + " reload");
    }
    units.write(service, lines);
    aliases.forEach(alias -> units.link(alias, units.directory() + "/" + service));
    wantedBy.forEach(target -> units.pullIn(target, "wants", service));
  }
}
