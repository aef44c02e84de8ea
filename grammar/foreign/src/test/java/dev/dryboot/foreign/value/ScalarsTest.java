package dev.dryboot.foreign.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "1K, 1024",
    "1.5K, 1536",
    "512M, 536870912",
    "2 G, 2147483648",
    "1G 512M, 1610612736",
    "1T, 1099511627776",
    "7B, 7",
    "3P, 3377699720527872"
  })
  void sizesAreReadInBytes(String text, long bytes) {
    assertThat(ByteSize.read(text)).isEqualTo(Reading.of(new ByteSize(bytes)));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "512m, 3", "1M 1G, 4", "x, 0", "-1, 0", "16E, 0", "5 5, 2"})
  void sizeFaultsAreToldAtTheirColumn(String text, int column) {
    assertThat(ByteSize.read(text).fault().orElseThrow().from()).isEqualTo(column);
  }

  @Property(seed = "20261123")
  void whatIsShownOfASizeReadsBack(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long n) {
    assertThat(ByteSize.read(new ByteSize(n).toString()).get().bytes()).isEqualTo(n);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "Y", "TRUE", "t", "on"})
  void wordsOfAssentAreTrue(String text) {
    assertThat(Scalars.readBoolean(text)).isEqualTo(Reading.of(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nah", "2", "yes ", "enabled"})
  void otherWordsAreNoBooleans(String text) {
    assertThat(Scalars.readBoolean(text).fault()).isPresent();
  }

  @Test
  void modesAreOctal() {
    assertThat(Scalars.readMode("0755").get()).isEqualTo(0755);
    assertThat(Scalars.readMode("1777").get()).isEqualTo(01777);
    assertThat(Scalars.readMode("0789").fault().orElseThrow().from()).isEqualTo(2);
    assertThat(Scalars.readMode("17777").fault()).isPresent();
  }

  @Test
  void numbersAreReadInTheirBase() {
    assertThat(Scalars.readNumber("0x10", 0, 100).get()).isEqualTo(16);
    assertThat(Scalars.readNumber("010", 0, 100).get()).isEqualTo(8);
    assertThat(Scalars.readNumber("-20", -20, 19).get()).isEqualTo(-20);
    assertThat(Scalars.readNumber("20", -20, 19).fault()).isPresent();
    assertThat(Scalars.readNumber("--2", -20, 19).fault()).isPresent();
    assertThat(Scalars.readNumber("", 0, 1).fault()).isPresent();
  }

  @Test
  void percentsAreReadInHundredths() {
    assertThat(Scalars.readPercent("50%", 100).get()).isEqualTo(5000);
    assertThat(Scalars.readPercent("12.5%", 100).get()).isEqualTo(1250);
    assertThat(Scalars.readPercent("101%", 100).fault()).isPresent();
    assertThat(Scalars.readPercent("50", 100).fault()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"SIGTERM, 15", "TERM, 15", "9, 9", "SIGRTMIN+3, 37", "RTMAX-1, 63"})
  void signalsHaveNamesAndNumbers(String text, int number) {
    assertThat(Signal.read(text).get().number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGFOO", "SIGIOT", "SIGPOLL", "0", "65", "SIGRTMIN+31", "term", ""})
  void otherWordsAreNoSignals(String text) {
    assertThat(Signal.read(text).fault()).isPresent();
  }

  @Property(seed = "20261123")
  void aSignalReadsBack(@ForAll @IntRange(min = 1, max = 64) int number) {
    var signal = new Signal(number);
    assertThat(Signal.read(signal.toString()).get()).isEqualTo(signal);
  }

  @Test
  void exitStatusesHaveNamesAndNumbers() {
    assertThat(ExitStatus.read("TEMPFAIL").get().code()).isEqualTo(75);
    assertThat(ExitStatus.read("EXEC").get().code()).isEqualTo(203);
    assertThat(ExitStatus.read("CHOWN").get().code()).isEqualTo(235);
    assertThat(ExitStatus.read("255").get().code()).isEqualTo(255);
    assertThat(ExitStatus.read("256").fault()).isPresent();
  }

  @Test
  void aSetOfExitStatusesKeepsWhatMeansNothingAsFaults() {
    var set = ExitStatusSet.read("0 TEMPFAIL SIGKILL nonsense 250");
    assertThat(set.statuses()).extracting(ExitStatus::code).containsExactly(0, 75, 250);
    assertThat(set.signals()).containsExactly(Signal.KILL);
    assertThat(set.faults()).extracting(Reading.Fault::from).containsExactly(19);
  }

  @Test
  void conditionsMayTriggerAndNegate() {
    assertThat(ConditionValue.read("|!/etc/a"))
        .isEqualTo(new ConditionValue(true, true, "/etc/a", 2));
    assertThat(ConditionValue.read("| ! /etc/a").parameter()).isEqualTo(" ! /etc/a");
    assertThat(ConditionValue.read("!x")).isEqualTo(new ConditionValue(false, true, "x", 1));
    assertThat(ConditionValue.read("!|x").parameter()).isEqualTo("|x");
  }
}
