package dev.dryboot.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A report as JSON. The schema is in {@code docs/json.md}: members are added, never changed or
 * taken away while {@code version} is 1.
 */
final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  /** What a command adds to the report. */
  interface More {
    void write(JsonGenerator json) throws IOException;
  }

  static String of(Report report) {
    return of(report, json -> {});
  }

  static String of(Report report, More more) {
    var out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      more.write(json);
      json.writeArrayFieldStart("findings");
      for (Diagnostic diagnostic : report.diagnostics()) {
        finding(json, diagnostic.written());
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("errors", report.count(Severity.ERROR));
      json.writeNumberField("warnings", report.count(Severity.WARNING));
      json.writeNumberField("notes", report.count(Severity.NOTE));
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out + "\n";
  }

  private static void finding(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.rule().code());
    json.writeStringField("name", diagnostic.rule().name());
    json.writeStringField("severity", diagnostic.severity().word());
    json.writeStringField("message", diagnostic.message());
    if (diagnostic.span().isPresent()) {
      json.writeObjectFieldStart("place");
      place(json, diagnostic.span().get());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("related");
    for (Diagnostic.Related related : diagnostic.related()) {
      json.writeStartObject();
      json.writeStringField("message", related.message());
      place(json, related.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("why", diagnostic.why());
    json.writeStringField("help", diagnostic.help());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Span span) throws IOException {
    json.writeStringField("file", span.source().name());
    json.writeNumberField("line", span.from().line());
    json.writeNumberField("column", span.from().column());
    json.writeNumberField("endLine", span.to().line());
    json.writeNumberField("endColumn", span.to().column());
  }
}
