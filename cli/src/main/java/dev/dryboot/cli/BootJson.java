package dev.dryboot.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.simulator.timeline.Lane;
import dev.dryboot.simulator.timeline.Timeline;
import dev.dryboot.source.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What came of boots as JSON, times in microseconds. The schema is in {@code docs/json.md}. */
final class BootJson {
  private BootJson() {}

  static String of(Report mistakes, List<BootResult> results) {
    Report all = mistakes;
    for (BootResult result : results) {
      all = all.and(result.report());
    }
    return JsonReport.of(all, json -> machines(json, results));
  }

  private static void machines(JsonGenerator json, List<BootResult> results) throws IOException {
    json.writeArrayFieldStart("machines");
    for (BootResult result : results) {
      json.writeStartObject();
      json.writeStringField("machine", result.subject().title());
      json.writeStringField("os", result.subject().machine().image().system().id());
      json.writeStringField("osVersion", result.subject().machine().image().system().version());
      json.writeNumberField("schedules", result.runs().size());
      json.writeNumberField("reachGoal", result.good());
      json.writeBooleanField("fails", result.fails());
      json.writeArrayFieldStart("boots");
      for (BootEvidence.Boot boot : result.canonical().boots()) {
        boot(json, boot);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void boot(JsonGenerator json, BootEvidence.Boot boot) throws IOException {
    Timeline timeline = Timeline.of(boot);
    json.writeStartObject();
    json.writeNumberField("boot", boot.number());
    if (timeline.goal().isPresent()) {
      json.writeNumberField("goal", timeline.goal().get());
    }
    if (!timeline.end().isEmpty()) {
      json.writeStringField("end", timeline.end());
    }
    json.writeArrayFieldStart("criticalChain");
    for (CriticalChain.Step step : CriticalChain.of(boot).steps()) {
      json.writeStartObject();
      json.writeStringField("unit", step.unit());
      json.writeNumberField("at", step.at());
      json.writeNumberField("took", step.took());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("timeline");
    for (Lane lane : timeline.lanes()) {
      lane(json, lane);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void lane(JsonGenerator json, Lane lane) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", lane.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("name", lane.name());
    json.writeBooleanField("failed", lane.failed());
    if (!lane.remark().isEmpty()) {
      json.writeStringField("remark", lane.remark());
    }
    json.writeArrayFieldStart("bars");
    for (Lane.Bar bar : lane.bars()) {
      json.writeStartObject();
      json.writeStringField("state", bar.state().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("from", bar.from());
      json.writeNumberField("to", bar.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
