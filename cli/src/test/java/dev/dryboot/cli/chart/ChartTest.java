package dev.dryboot.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.simulator.timeline.Lane;
import dev.dryboot.simulator.timeline.Lane.Bar;
import dev.dryboot.simulator.timeline.Lane.Kind;
import dev.dryboot.simulator.timeline.Lane.State;
import dev.dryboot.simulator.timeline.Timeline;
import dev.dryboot.source.render.Paint;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartTest {
  private static final long S = 1_000_000;

  private static Lane lane(Kind kind, String name, long from, long up, long to) {
    return new Lane(
        kind,
        name,
        List.of(new Bar(from, up, State.ACTIVATING), new Bar(up, to, State.ACTIVE)),
        false,
        "");
  }

  static Chart chart() {
    List<Lane> lanes =
        List.of(
            new Lane(
                Kind.STAGE,
                "cloud-init local",
                List.of(new Bar(2 * S, 4 * S, State.ACTIVATING)),
                false,
                ""),
            lane(Kind.UNIT, "systemd-tmpfiles-setup.service", S, S + 1000, 42 * S),
            lane(Kind.UNIT, "systemd-networkd-wait-online.service", 4 * S, 9 * S, 42 * S),
            lane(Kind.UNIT, "docker.service", 9 * S, 11 * S, 42 * S),
            new Lane(
                Kind.PULL,
                "docker.io/library/nginx:1.27",
                List.of(new Bar(11 * S, 30 * S, State.ACTIVATING)),
                false,
                ""),
            lane(Kind.UNIT, "web.service", 11 * S, 31 * S, 42 * S),
            lane(Kind.CONTAINER, "web", 30 * S, 31 * S, 42 * S),
            new Lane(
                Kind.UNIT,
                "backup.service",
                List.of(
                    new Bar(12 * S, 14 * S, State.ACTIVATING),
                    new Bar(14 * S, 42 * S, State.FAILED)),
                true,
                "exit code <125>"),
            lane(Kind.UNIT, "multi-user.target", 31 * S, 31 * S, 42 * S));
    CriticalChain chain =
        new CriticalChain(
            List.of(
                new CriticalChain.Step("multi-user.target", 31 * S, 0),
                new CriticalChain.Step("web.service", 31 * S, 20 * S),
                new CriticalChain.Step("docker.service", 11 * S, 2 * S),
                new CriticalChain.Step("systemd-networkd-wait-online.service", 9 * S, 5 * S)));
    return new Chart(
        "web on Ubuntu 24.04, boot 1",
        "multi-user.target",
        new Timeline(1, 42 * S, Optional.of(31 * S), "", lanes, Optional.of(2 * S)),
        chain,
        Set.of("web.service", "backup.service"));
  }

  @Test
  void leavesOutWhatTookNoTime() {
    assertThat(chart().lanes())
        .extracting(Lane::name)
        .doesNotContain("systemd-tmpfiles-setup.service");
    assertThat(chart().hidden()).isEqualTo(1);
  }

  @Test
  void showsTheTimelineAsText() {
    String text = new TimelineText(Paint.PLAIN, 100).timeline(chart());
    assertThat(text)
        .contains("*web.service  20.0 s", "✗ exit code <125>", "pull docker.io/library/nginx:1.27");
    assertThat(text.lines().filter(l -> l.contains("docker.service")).findFirst().orElseThrow())
        .matches(" {8,9}█+─+ +\\*docker\\.service  2\\.00 s");
  }

  @Test
  void showsTheCriticalChainFromTheGoalBackwards() {
    assertThat(new TimelineText(Paint.PLAIN, 100).criticalChain(chart()))
        .isEqualTo(
            """
              multi-user.target @31.0 s
              └─web.service @31.0 s +20.0 s
                └─docker.service @11.0 s +2.00 s
                  └─systemd-networkd-wait-online.service @9.00 s +5.00 s
            """);
  }

  @Test
  void drawsAWellFormedPictureOfEveryLane() throws Exception {
    String svg = TimelineSvg.draw(chart());
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg)
        .contains("web.service", "✗ exit code &lt;125&gt;", "class=\"onchain\"", "root switched");
    // To be looked at.
    java.nio.file.Files.writeString(java.nio.file.Path.of("target/timeline.svg"), svg);
  }

  @Test
  void tellsTimeAsPeopleDo() {
    assertThat(List.of(0L, 500L, 3_000L, 1_250_000L, 41_240_000L, 125 * S, 600 * S))
        .extracting(Moments::of)
        .containsExactly("0 ms", "500 µs", "3 ms", "1.25 s", "41.2 s", "2 min 5 s", "10 min");
  }
}
