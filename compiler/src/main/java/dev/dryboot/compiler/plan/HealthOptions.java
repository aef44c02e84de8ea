package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;

/** A health check as the engines' options. */
final class HealthOptions {
  private HealthOptions() {}

  /** Options without dashes: {@code health-cmd}, {@code health-interval}, … */
  static List<Units.Option> of(Units.Healthcheck check) {
    List<Units.Option> options = new ArrayList<>();
    Origin origin = check.origin();
    command(check).ifPresent(c -> options.add(new Units.Option("health-cmd", c, c.origin())));
    check
        .interval()
        .ifPresent(
            t -> options.add(new Units.Option("health-interval", goDuration(t), t.origin())));
    check
        .timeout()
        .ifPresent(t -> options.add(new Units.Option("health-timeout", goDuration(t), t.origin())));
    check
        .startPeriod()
        .ifPresent(
            t -> options.add(new Units.Option("health-start-period", goDuration(t), t.origin())));
    check
        .retries()
        .ifPresent(
            r ->
                options.add(
                    new Units.Option(
                        "health-retries", Text.of("" + r.value(), origin), r.origin())));
    return options;
  }

  private static java.util.Optional<Text> command(Units.Healthcheck check) {
    return check
        .command()
        .or(
            () ->
                check
                    .http()
                    .map(
                        url ->
                            Text.of("curl --fail --silent --output /dev/null ", url.origin())
                                .plus(url)
                                .plus(Text.of(" || wget -q --spider ", url.origin()))
                                .plus(url)
                                .plus(Text.of(" || exit 1", url.origin()))))
        .or(
            () ->
                check
                    .port()
                    .map(
                        p ->
                            Text.of(
                                "nc -z localhost %d || exit 1".formatted(p.value()), p.origin())));
  }

  /** {@code 5min30s} as Go writes it: {@code 5m30s}. */
  static Text goDuration(Text duration) {
    return duration.mapCharacters(
        c ->
            c.replace(" ", "")
                .replaceAll("minutes?|min", "m")
                .replaceAll("seconds?|sec", "s")
                .replaceAll("hours?|hr", "h")
                .replaceAll("^([0-9]+)$", "$1s"));
  }
}
