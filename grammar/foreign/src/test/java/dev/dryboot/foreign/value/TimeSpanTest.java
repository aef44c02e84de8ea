package dev.dryboot.foreign.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5000000",
    "5s, 5000000",
    "5 sec, 5000000",
    "2min, 120000000",
    "2 h, 7200000000",
    "1h30min, 5400000000",
    "1d 2hr 3m, 93780000000",
    "55s500ms, 55500000",
    "300ms20s 5day, 432020300000",
    "1.5, 1500000",
    ".5s, 500000",
    "2.25min, 135000000",
    "100us, 100",
    "7usec, 7",
    "3 \u03bcs, 3",
    "1week, 604800000000",
    "1M, 2629800000000",
    "1month, 2629800000000",
    "1y, 31557600000000",
    "12.34 .56, 12900000",
    "+4, 4000000",
  })
  void spansAreReadInMicroseconds(String text, long micros) {
    assertThat(TimeSpan.read(text)).isEqualTo(Reading.of(new TimeSpan(micros)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "-5, 0",
    "5x, 1",
    "5 parsecs, 2",
    "soon, 0",
    "5s and, 3",
    "12.34.56, 5",
    "3.sec, 0",
    "infinity 5s, 9",
    "99999999999999999999, 0",
    "9999999999y, 0",
  })
  void faultsAreToldAtTheirColumn(String text, int column) {
    var fault = TimeSpan.read(text).fault().orElseThrow();
    assertThat(fault.from()).isEqualTo(column);
    assertThat(fault.message()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"infinity, infinity", "90, 1min 30s", "0, 0", "3661s 1ms, 1h 1min 1s 1ms"})
  void spansAreShownAsSystemdShowsThem(String text, String shown) {
    assertThat(TimeSpan.read(text).get()).hasToString(shown);
  }

  @Property(seed = "20261123")
  void whatIsShownReadsBack(@ForAll @LongRange(min = 0) long micros) {
    var span = new TimeSpan(micros);
    assertThat(TimeSpan.read(span.toString()).get()).isEqualTo(span);
  }

  @Property(seed = "20261123")
  void anyTextIsReadOrFaulted(@ForAll String text) {
    TimeSpan.read(text)
        .fault()
        .ifPresent(f -> assertThat(f.to()).isBetween(f.from(), text.length()));
  }
}
