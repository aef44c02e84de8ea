package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * A port or a range of ports, such as {@code 8443/tcp} or {@code 127.0.0.1:8000-8010}.
 *
 * @param address the address it is bound to; empty where none is written
 * @param first from 1 to 65535
 * @param last equal to {@code first} for a single port
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}; empty where none is written
 */
public record Port(Optional<Address> address, int first, int last, Optional<String> protocol) {
  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  public static Outcome<Port> of(Literal literal) {
    String text = literal.text();
    int slash = text.indexOf('/');
    int end = slash < 0 ? text.length() : slash;
    Optional<String> protocol = Optional.empty();
    if (slash >= 0) {
      String written = text.substring(slash + 1);
      if (!PROTOCOLS.contains(written)) {
        return literal.fails(
            LanguageRules.CHOICE,
            slash + 1,
            text.length(),
            "`%s` is not a protocol of ports".formatted(written),
            "write `%s/%s`"
                .formatted(
                    text.substring(0, slash),
                    Suggestion.nearest(written, PROTOCOLS).orElse("tcp")));
      }
      protocol = Optional.of(written);
    }
    int colon = text.lastIndexOf(':', end - 1);
    if (colon < 0) {
      return range(literal, 0, end, Optional.empty(), protocol);
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    int lead = bracketed ? 1 : 0;
    Optional<String> known = protocol;
    Literal address =
        new Literal(host.substring(lead, host.length() - lead), literal.at(lead, colon - lead));
    return Address.of(address)
        .then(bound -> range(literal, colon + 1, end, Optional.of(bound), known));
  }

  private static Outcome<Port> range(
      Literal literal, int start, int end, Optional<Address> address, Optional<String> protocol) {
    int dash = literal.text().indexOf('-', start + 1);
    boolean range = dash > 0 && dash < end;
    return number(literal, start, range ? dash : end)
        .then(
            first ->
                range
                    ? number(literal, dash + 1, end)
                        .then(last -> ordered(literal, start, end, first, last))
                        .then(last -> Outcome.of(new Port(address, first, last, protocol)))
                    : Outcome.of(new Port(address, first, first, protocol)));
  }

  private static Outcome<Integer> ordered(
      Literal literal, int start, int end, int first, int last) {
    return first <= last
        ? Outcome.of(last)
        : literal.fails(
            LanguageRules.RANGE,
            start,
            end,
            "the range ends before it begins",
            "write `%d-%d`".formatted(last, first));
  }

  private static Outcome<Integer> number(Literal literal, int start, int end) {
    String written = literal.text().substring(start, Math.max(start, end));
    if (written.isEmpty() || literal.digits(start, false) < end) {
      return literal.fails(
          LanguageRules.TYPE,
          start,
          Math.max(start, end),
          "`%s` is not a port".formatted(written),
          "write it as `443`, `8443/tcp` or `8000-8010`");
    }
    int number = written.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(written);
    return number >= 1 && number <= 65535
        ? Outcome.of(number)
        : literal.fails(
            LanguageRules.RANGE,
            start,
            end,
            "ports go from 1 to 65535, not to %s".formatted(written));
  }

  /** How many ports these are. */
  public int count() {
    return last - first + 1;
  }
}
