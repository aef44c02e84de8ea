package dev.dryboot.language;

import dev.dryboot.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Files that a test made up. */
record MapFiles(Map<String, String> files) implements FileSource {
  @Override
  public Found find(SourceText importer, String path) {
    if (path.startsWith("..")) {
      return new Outside("/project");
    }
    String text = files.get(path);
    return text == null
        ? new Missing("there is no such file")
        : new Content(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
