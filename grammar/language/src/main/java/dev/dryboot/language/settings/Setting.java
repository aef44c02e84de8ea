package dev.dryboot.language.settings;

import java.util.List;
import java.util.Optional;

/**
 * One row of the table: a setting of a kind of block.
 *
 * @param word how it is written
 * @param values its values: one for {@code word value}; two for {@code word key = value} and {@code
 *     word here -> there}; none for a setting that is a block only
 * @param shape how the values are joined
 * @param lone whether, in the shape {@code key = value}, the key may stand alone
 * @param repeats whether it may be written more than once and take several values, which add up
 * @param body the kind of block that its braces hold; empty where it has none
 * @param bodyNeeded whether the braces must be there
 * @param source whose word it is
 * @param directive the word as its source writes it, such as {@code TimeoutStartSec}
 * @param section the section of a unit file it belongs to; empty for words of other sources
 */
public record Setting(
    String word,
    List<ValueType> values,
    Shape shape,
    boolean lone,
    boolean repeats,
    Optional<BlockKind> body,
    boolean bodyNeeded,
    Source source,
    String directive,
    Optional<String> section) {

  /** How the values are joined. */
  public enum Shape {
    NONE,
    SINGLE,
    EQUALS,
    ARROW
  }

  /** Whose word a setting is. */
  public enum Source {
    DRYBOOT("Dryboot"),
    BUTANE("Butane"),
    SYSTEMD("systemd"),
    NETWORKD("systemd.network"),
    DOCKER_RUN("docker run"),
    QUADLET("Quadlet"),
    DOCKERD("dockerd"),
    CLOUD_INIT("cloud-init");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public Setting {
    values = List.copyOf(values);
  }

  /** The type of the value, or of the part behind {@code =} or {@code ->}. */
  public Optional<ValueType> type() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }
}
