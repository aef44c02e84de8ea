package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.ByteSize;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.foreign.value.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether systemd takes limits and shares of resources: memory, tasks, processors, devices
 * and their bandwidth, limits of processes (load-fragment.c, rlimit-util.c, cpu-set-util.c of
 * systemd 257).
 *
 * @param names expands specifiers
 * @param paths checks paths
 */
record ResourceChecks(Expansion names, PathChecks paths) {
  private static final BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int PROCESSORS = 8192;
  private static final String SIZED = "FSIZE DATA STACK CORE RSS AS MEMLOCK MSGQUEUE";

  /** An amount of memory; nothing at all is one only where {@code least} is 0. */
  List<Rejection> memory(String value, long least) {
    if (value.equals("infinity")) {
      return List.of();
    }
    if (Scalars.isShare(value)) {
      return share(value, 100, least > 0 ? 1 : 0);
    }
    Reading<BigInteger> size = ByteSize.exact(value, 1024);
    return size.value()
            .filter(s -> s.compareTo(UNLIMITED) < 0 && s.compareTo(BigInteger.valueOf(least)) >= 0)
            .isPresent()
        ? List.of()
        : wrong(value, "an amount of memory, a percentage or infinity is expected here");
  }

  private static List<Rejection> wrong(String value, String message) {
    return List.of(new Rejection(0, value.length(), message, Effect.IGNORED));
  }

  private static List<Rejection> share(String value, int mostPercent, int least) {
    Reading<Integer> share = Scalars.readShare(value, mostPercent);
    return share.value().filter(s -> s < least).isPresent()
        ? wrong(value, "this share has to be more than nothing")
        : Shapes.reading(share, Effect.IGNORED);
  }

  List<Rejection> size(String value) {
    return Shapes.reading(ByteSize.exact(value, 1024), Effect.IGNORED);
  }

  List<Rejection> tasks(String value) {
    if (value.equals("infinity")) {
      return List.of();
    }
    if (Scalars.isShare(value)) {
      return share(value, 100, 0);
    }
    return Scalars.readWhole(value)
            .value()
            .filter(n -> n.signum() > 0 && n.compareTo(UNLIMITED) < 0)
            .isPresent()
        ? List.of()
        : wrong(value, "a number of tasks, a percentage or infinity is expected here");
  }

  List<Rejection> quota(String value) {
    return share(value, Integer.MAX_VALUE / 100, 1);
  }

  List<Rejection> pressureLimit(String value) {
    return share(value, 100, 0);
  }

  List<Rejection> pressureDuration(String value) {
    return TimeSpan.read(value)
            .value()
            .filter(t -> !t.isInfinite() && t.micros() >= TimeSpan.SECOND)
            .isPresent()
        ? List.of()
        : wrong(value, "a time of one second or more is expected here");
  }

  List<Rejection> nanoseconds(String value) {
    String micros = value.replaceAll("(?<=[0-9 ])n(s|sec)(?![a-z])", "us");
    return Shapes.reading(TimeSpan.read(micros, 1), Effect.IGNORED);
  }

  /** Numbers of processors or memory nodes, and ranges of them. */
  List<Rejection> processors(String value, String word) {
    return Shapes.words(
        value.replace(',', ' '),
        Words.Style.QUOTED,
        Effect.IGNORED,
        text -> text.equals(word) ? Optional.empty() : range(text));
  }

  private static Optional<String> range(String text) {
    int dash = text.indexOf('-');
    Optional<Long> first = processor(dash < 0 ? text : text.substring(0, dash));
    Optional<Long> last = dash < 0 ? first : processor(text.substring(dash + 1));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.of("a number or a range such as 0-3 is expected here");
    }
    if (first.get() > last.get()) {
      return Optional.of("the range ends before it begins");
    }
    return last.get() >= PROCESSORS
        ? Optional.of("the numbers go up to " + (PROCESSORS - 1))
        : Optional.empty();
  }

  private static Optional<Long> processor(String text) {
    return text.contains("-")
        ? Optional.empty()
        : Scalars.readNumber(text, 0, Integer.MAX_VALUE).value();
  }

  /** {@code SOFT[:HARD]} of the limit that {@code directive} names. */
  List<Rejection> limit(KnownDirective directive, String value) {
    String kind = directive.name().substring("Limit".length());
    int colon = value.indexOf(':');
    Optional<BigInteger> soft = amount(kind, colon < 0 ? value : value.substring(0, colon));
    Optional<BigInteger> hard = colon < 0 ? soft : amount(kind, value.substring(colon + 1));
    if (soft.isEmpty() || hard.isEmpty()) {
      return wrong(value, "a limit, or a soft and a hard one as SOFT:HARD, is expected here");
    }
    return soft.get().compareTo(hard.get()) > 0
        ? wrong(value, "the soft limit is above the hard one")
        : List.of();
  }

  private static Optional<BigInteger> amount(String kind, String text) {
    if (text.equals("infinity") && !kind.equals("NICE")) {
      return Optional.of(UNLIMITED);
    }
    Optional<BigInteger> amount =
        switch (kind) {
          case "CPU" -> TimeSpan.read(text).value().map(t -> BigInteger.valueOf(t.micros()));
          case "RTTIME" -> TimeSpan.read(text, 1).value().map(t -> BigInteger.valueOf(t.micros()));
          case "NICE" -> niceness(text);
          default ->
              List.of(SIZED.split(" ")).contains(kind)
                  ? ByteSize.exact(text, 1024).value()
                  : Scalars.readWhole(text).value();
        };
    return amount.filter(a -> a.signum() >= 0 && a.compareTo(UNLIMITED) < 0);
  }

  /** With a sign a nice level from -20 to 19, else the limit from 0 to 40 itself. */
  private static Optional<BigInteger> niceness(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    return Scalars.readNumber(text.endsWith(" ") ? "" : text, signed ? -20 : 0, signed ? 19 : 40)
        .value()
        .map(n -> BigInteger.valueOf(signed ? 20 - n : n));
  }

  /** A device or a class of devices, and what is allowed. */
  List<Rejection> deviceAccess(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          List<Words.Word> words = Words.split(text, Words.Style.QUOTED).words();
          if (words.isEmpty()) {
            return Optional.of("a device is missing");
          }
          if (!text.substring(words.getFirst().to()).strip().matches("[rwm]*")) {
            return Optional.of("what is allowed is written with the letters r, w and m");
          }
          return names.expanding(this::device).wrong(words.getFirst().text());
        });
  }

  private Optional<String> device(String text) {
    if (text.startsWith("char-") || text.startsWith("block-")) {
      return Optional.empty();
    }
    boolean device =
        (text + "/").startsWith("/dev/") || text.startsWith("/run/systemd/inaccessible/");
    return device
        ? paths.absolute(text)
        : Optional.of("a path below /dev, or char-NAME or block-NAME, is expected here");
  }

  /** The path of a device or of a file on it, and a value that {@code amount} takes. */
  private List<Rejection> perDevice(String value, TextCheck amount) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          List<Words.Word> words = Words.split(text, Words.Style.QUOTED).words();
          if (words.size() < 2) {
            return Optional.of("a device and a value for it are expected here");
          }
          Optional<String> wrong = names.expanding(paths::plain).wrong(words.getFirst().text());
          return wrong.isPresent()
              ? wrong
              : amount.wrong(text.substring(words.getFirst().to()).strip());
        });
  }

  List<Rejection> deviceWeight(String value, int least, int most) {
    return perDevice(
        value,
        TextCheck.that(
            t -> Scalars.readNumber(t, least, most).value().isPresent(),
            "a weight from " + least + " to " + most + " is expected here"));
  }

  List<Rejection> deviceBandwidth(String value, boolean unlimited) {
    return perDevice(
        value,
        TextCheck.that(
            t ->
                (unlimited && t.equals("infinity"))
                    || ByteSize.exact(t, 1000).value().filter(s -> s.signum() > 0).isPresent(),
            "a number of bytes, or of operations, each second is expected here"));
  }

  List<Rejection> deviceLatency(String value) {
    return perDevice(
        value,
        TextCheck.that(t -> TimeSpan.read(t).value().isPresent(), "a time span is expected here"));
  }
}
