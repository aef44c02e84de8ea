package dev.dryboot.simulator.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the recorder waits for more to happen: longer than the longest step of the case's
 * services, by 260 ms.
 */
final class SettleTime {
  private static final Pattern STEP =
      Pattern.compile("(?:sleep|run|ready|fork|term|stopping)=([0-9]{1,4})\\b");
  private static final Pattern SPAN =
      Pattern.compile("(?:TimeoutStartSec|RestartSec|On[A-Za-z]+Sec)=([0-9]{1,4})ms");
  private static final long LEAST = 100;
  private static final long MARGIN = 260;

  private SettleTime() {}

  /** In microseconds. */
  static long of(Recording recording) {
    if (recording.settle().isPresent()) {
      return recording.settle().get() * 1000;
    }
    long longest = LEAST;
    for (String text : recording.units().values()) {
      longest = Math.max(longest, Math.max(longest(STEP, text, 0), longest(SPAN, text, 40)));
    }
    return (longest + MARGIN) * 1000;
  }

  private static long longest(Pattern pattern, String text, long margin) {
    long longest = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      longest = Math.max(longest, Long.parseLong(matcher.group(1)) + margin);
    }
    return longest;
  }
}
