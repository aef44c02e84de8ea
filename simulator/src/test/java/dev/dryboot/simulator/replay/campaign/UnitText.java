package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.List;

/** A unit file that is being written. */
final class UnitText {
  private final String section;
  private final List<String> unit = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private final List<String> install = new ArrayList<>();

  UnitText(String name) {
    this.section = UnitType.of(name).map(UnitType::section).orElse("");
  }

  UnitText unit(String key, String value) {
    unit.add(key + "=" + value);
    return this;
  }

  /** A setting of the section of the unit's type. */
  UnitText set(String key, String value) {
    own.add(key + "=" + value);
    return this;
  }

  UnitText install(String key, String value) {
    install.add(key + "=" + value);
    return this;
  }

  boolean isEmpty() {
    return own.isEmpty();
  }

  boolean has(String key) {
    return own.stream().anyMatch(line -> line.startsWith(key + "="));
  }

  String text() {
    StringBuilder text = new StringBuilder("[Unit]\n");
    unit.forEach(line -> text.append(line).append('\n'));
    if (!own.isEmpty()) {
      text.append("\n[").append(section).append("]\n");
      own.forEach(line -> text.append(line).append('\n'));
    }
    if (!install.isEmpty()) {
      text.append("\n[Install]\n");
      install.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }
}
