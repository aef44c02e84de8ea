package dev.dryboot.simulator.replay.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.replay.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random cases on the real program and on the simulation. Not part of the ordinary tests: {@code
 * ./mvnw test -Pcampaign -pl simulator -am -Dcampaign.harness=FOLDER -Dcampaign.roots=FOLDER}, and
 * further {@code campaign.seed}, {@code campaign.cases}, {@code campaign.only} (names of cases),
 * {@code campaign.version}, {@code campaign.jobs}, {@code campaign.families}, {@code
 * campaign.minimise}. Where no families are named, all are run but those that not every harness
 * can.
 */
@Tag("campaign")
class CampaignTest {
  private static final int BATCH = 40;

  /** How often a case is repeated that disagreed: several outcomes of one case are a race. */
  private static final int REPEAT = 5;

  private static String property(String name, String otherwise) {
    String value = System.getProperty("campaign." + name, "");
    return value.isEmpty() ? otherwise : value;
  }

  @Test
  void random_cases_come_out_as_on_the_real_program() throws Exception {
    Path work = Files.createDirectories(Path.of(property("work", "target/campaign")));
    Harness harness =
        new Harness(
            Path.of(property("harness", "harness")).resolve("oracle.py"),
            Path.of(property("roots", "roots")),
            work.toAbsolutePath(),
            Integer.parseInt(property("jobs", "8")));
    assertThat(harness.program()).as("-Dcampaign.harness=FOLDER").exists();
    int version = Integer.parseInt(property("version", "257"));
    Verdicts verdicts = new Verdicts(harness, version);
    List<Recording> cases = cases();
    List<Verdicts.Disagreement> left = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += BATCH) {
      int to = Math.min(cases.size(), from + BATCH);
      List<Recording> doubtful =
          verdicts.among(cases.subList(from, to), 1).stream()
              .map(Verdicts.Disagreement::recording)
              .toList();
      for (Verdicts.Disagreement d : verdicts.among(doubtful, REPEAT)) {
        left.add(d);
        report(d, version, work);
      }
      System.out.printf(
          "%d: %d of %d cases agree so far, %d only when repeated in this batch%n",
          version, to - left.size(), to, doubtful.size());
    }
    if (Boolean.parseBoolean(property("minimise", "false"))) {
      for (Verdicts.Disagreement d : left) {
        report(new Minimiser(verdicts).minimise(d), version, work);
      }
    }
    assertThat(left).as("disagreements").isEmpty();
  }

  private static List<Recording> cases() {
    long seed = Long.parseLong(property("seed", "1"));
    int number = Integer.parseInt(property("cases", "100"));
    List<Family> families = new ArrayList<>();
    List<String> named = List.of(property("families", "").split(",", -1));
    boolean all = named.equals(List.of(""));
    for (Family family : Family.values()) {
      if (all ? !family.needsAutofs() : named.contains(family.name())) {
        families.add(family);
      }
    }
    assertThat(families).as("-Dcampaign.families=NAME,…").isNotEmpty();
    List<Recording> cases = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      cases.add(families.get(i % families.size()).generate(seed, i));
    }
    List<String> only = List.of(property("only", "").split(","));
    return only.equals(List.of(""))
        ? cases
        : cases.stream().filter(c -> only.contains(c.name())).toList();
  }

  private static void report(Verdicts.Disagreement d, int version, Path work) throws IOException {
    int outcomes = d.recording().observed().values().iterator().next().outcomes().size();
    System.out.printf(
        "DIFFERS on %d: %s, %d outcomes observed: %s%n",
        version, d.recording().name(), outcomes, d.difference());
    Path file = work.resolve(d.recording().name() + "." + version + ".json");
    Files.writeString(file, RecordingText.whole(d.recording()));
  }
}
