package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of the project, each once; their lines point into them. */
final class FileContents {
  private final FileSource source;
  private final List<Diagnostic> found;
  private final Map<String, Text> known = new LinkedHashMap<>();

  FileContents(FileSource source, List<Diagnostic> found) {
    this.source = source;
    this.found = found;
  }

  Text text(String path, Span at) {
    String from = at.source().name();
    return known.computeIfAbsent(from + "\n" + path, k -> read(from, path, at));
  }

  List<FileSource.Item> list(String path, Span at) {
    return switch (source.list(at.source().name(), path)) {
      case FileSource.Listing listing -> listing.items();
      case FileSource.Found file -> missing(path, "it is a file, not a folder", at);
      case FileSource.Missing missing -> missing(path, missing.reason(), at);
    };
  }

  private Text read(String from, String path, Span at) {
    return switch (source.read(from, path)) {
      case FileSource.Found file -> decoded(file, at);
      case FileSource.Listing listing -> {
        missing(path, "it is a folder", at);
        yield Text.of("", Origin.written(at));
      }
      case FileSource.Missing missing -> {
        missing(path, missing.reason(), at);
        yield Text.of("", Origin.written(at));
      }
    };
  }

  private List<FileSource.Item> missing(String path, String reason, Span at) {
    found.add(
        Diagnostic.error(
            ModelRules.FILE_MISSING, at, "%s cannot be read: %s".formatted(path, reason)));
    return List.of();
  }

  private static Text decoded(FileSource.Found file, Span at) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      return new Text(lines(SourceText.of(file.name(), text)), Origin.written(at));
    } catch (CharacterCodingException notText) {
      Origin here = Origin.written(at);
      return new Text(
          List.of(new Text.Binary(Base64.getEncoder().encodeToString(file.bytes()), here)), here);
    }
  }

  private static List<Text.Part> lines(SourceText text) {
    List<Text.Part> parts = new ArrayList<>();
    int start = 0;
    while (start < text.text().length()) {
      int end = text.text().indexOf('\n', start);
      end = end < 0 ? text.text().length() : end + 1;
      parts.add(
          new Text.Literal(
              text.text().substring(start, end), Origin.written(text.span(start, end))));
      start = end;
    }
    return parts;
  }
}
