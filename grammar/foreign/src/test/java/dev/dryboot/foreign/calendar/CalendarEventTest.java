package dev.dryboot.foreign.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant BASE = Instant.parse("2026-11-23T10:00:00Z");

  /** Normalised forms and times as systemd-analyze 252 tells them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*-*~07/1 | *-*~07/1 00:00:00 | 2026-11-24T00:00:00Z",
        "Mon,Fri *-1/2-1,3 *:30:45 | Mon,Fri *-01/2-01,03 *:30:45 | 2027-01-01T00:30:45Z",
        "mon-fri 9:00 | Mon..Fri *-*-* 09:00:00 | 2026-11-24T09:00:00Z",
        "12..14:10,20,30 | *-*-* 12..14:10,20,30:00 | 2026-11-23T12:10:00Z",
        "Wed, 17:48 | Wed *-*-* 17:48:00 | 2026-11-25T17:48:00Z",
        "08:05:40 UTC | *-*-* 08:05:40 UTC | 2026-11-24T08:05:40Z",
        "05-08 | *-05-08 00:00:00 | 2027-05-08T00:00:00Z",
        "*-*-* 0/2:00 | *-*-* 00/2:00:00 | 2026-11-23T12:00:00Z",
        "5:23:42.4200004 | *-*-* 05:23:42.420000 | 2026-11-24T05:23:42.420Z",
        "weekly Pacific/Auckland | Mon *-*-* 00:00:00 Pacific/Auckland | 2026-11-29T11:00:00Z",
        "2..4-3 | *-02..04-03 00:00:00 | 2027-02-03T00:00:00Z",
        "*-02~01 | *-02~01 00:00:00 | 2027-02-28T00:00:00Z",
        "*:0..59/7 | *-*-* *:00..56/7:00 | 2026-11-23T10:07:00Z",
        "0:0:0..10/3 | *-*-* 00:00:00..09/3 | 2026-11-24T00:00:00Z",
        "00:00:00.5/10 | *-*-* 00:00:00.500000/10 | 2026-11-24T00:00:00.500Z",
        "*:* | *-*-* *:*:00 | 2026-11-23T10:01:00Z",
        "mon,tue, | Mon,Tue *-*-* 00:00:00 | 2026-11-24T00:00:00Z",
        "daily UTC | *-*-* 00:00:00 UTC | 2026-11-24T00:00:00Z",
        "Quarterly | *-01,04,07,10-01 00:00:00 | 2027-01-01T00:00:00Z",
        "*-2-29 | *-02-29 00:00:00 | 2028-02-29T00:00:00Z",
        "*:*:* | *-*-* *:*:* | 2026-11-23T10:00:01Z",
      })
  void eventsAreNormalisedAndElapseAsSystemdTells(String text, String normal, Instant next) {
    CalendarEvent event = CalendarEvent.read(text).get();
    assertThat(event).hasToString(normal);
    assertThat(event.next(BASE, UTC)).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@0 | 1970-01-01 00:00:00 UTC",
        "70-1-1 | 1970-01-01 00:00:00",
        "2003-03-05 05:40 | 2003-03-05 05:40:00",
        "Mon..Wed,Sat,Sun 12-*-* 2,1:23 | Mon..Wed,Sat,Sun 2012-*-* 01,02:23:00",
        "Sun 2027-02-29 | Sun 2027-02-29 00:00:00",
      })
  void eventsOfThePastAndOfNoDateNeverElapse(String text, String normal) {
    CalendarEvent event = CalendarEvent.read(text).get();
    assertThat(event).hasToString(normal);
    assertThat(event.next(BASE, UTC)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*:*/2",
        "Sat..Thu",
        "Mon..",
        "20~1",
        "Mon Tue",
        "*-*-* *:*:*.5",
        "12-30,25~3",
        "*-*-32",
        "24:00",
        "*",
        "*:20..10",
        "hourly  UTC",
        "13-1",
        "*:60",
        "Foo",
        "*-*-* 1:2:3 x"
      })
  void whatSystemdRefusesIsAFault(String text) {
    var fault = CalendarEvent.read(text).fault().orElseThrow();
    assertThat(fault.to()).isBetween(fault.from(), Math.max(text.length(), 40));
  }

  @Test
  void faultsAreToldAtTheirColumn() {
    assertThat(CalendarEvent.read("Mon *-*-* 9h").fault().orElseThrow().from()).isEqualTo(11);
    assertThat(CalendarEvent.read("Mon..Fry 9:00").fault().orElseThrow().from()).isEqualTo(5);
  }

  @Test
  void aTimeThatTheClockSkipsIsSkipped() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    CalendarEvent event = CalendarEvent.read("02:30").get();
    assertThat(event.next(Instant.parse("2027-03-27T12:00:00Z"), berlin))
        .contains(Instant.parse("2027-03-29T00:30:00Z"));
    assertThat(event.next(Instant.parse("2026-10-24T12:00:00Z"), berlin))
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Provide
  Arbitrary<String> events() {
    Arbitrary<String> two = Arbitraries.integers().between(0, 70).map(Object::toString);
    return Arbitraries.lazyOf(
        () -> two.list().ofMinSize(1).ofMaxSize(3).map(l -> String.join(",", l) + ":00"),
        () -> two.map(n -> "*-" + n + "-1"),
        () -> two.map(n -> "*:0/" + n),
        () -> two.map(n -> "*-*~" + n),
        () -> two.map(n -> n + ".." + (Integer.parseInt(n) + 3) + ":00"),
        () -> Arbitraries.strings().withChars("*-:,./~ 0123MonWed@").ofMaxLength(12));
  }

  @Property(seed = "20261123")
  void whatIsShownReadsBackAndElapsesLater(@ForAll("events") String text) {
    CalendarEvent.read(text)
        .value()
        .ifPresent(
            event -> {
              assertThat(CalendarEvent.read(event.toString()).get()).isEqualTo(event);
              event.next(BASE, UTC).ifPresent(next -> assertThat(next).isAfter(BASE));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 3 * * ? | 2026-11-24T03:00:00Z",
        "@hourly | 2026-11-23T11:00:00Z",
        "@every 90m | 2026-11-23T11:30:00Z",
        "*/15 * * * * * | 2026-11-23T10:00:15Z",
        "0 30 9-17/2 * * MON-FRI | 2026-11-23T11:30:00Z",
        "0 0 0 1 JAN * | 2027-01-01T00:00:00Z",
        "0 0 0 13 * FRI | 2026-11-27T00:00:00Z",
      })
  void schedulesOfCronAreDue(String text, Instant next) {
    assertThat(CronSchedule.read(text).get().next(BASE, UTC)).contains(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "60 * * * * *", "@fortnightly", "a b c d e f", "@every x"})
  void otherSchedulesAreFaults(String text) {
    assertThat(CronSchedule.read(text).fault()).isPresent();
  }

  @Property(seed = "20261123")
  void everyScheduleIsReadOrFaulted(@ForAll String text) {
    assertThat(CronSchedule.read(text)).isNotNull();
    assertThat(CalendarEvent.read(text)).isNotNull();
  }
}
