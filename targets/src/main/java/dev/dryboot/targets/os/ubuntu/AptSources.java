package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Package sources as cloud-init's module apt reads them: the line of a sources.list, and the key
 * that signs what is there. cloud-init puts the key's file where {@code $KEY_FILE} stands
 * (cloud-init 24.1, cc_apt_configure.py).
 */
final class AptSources {
  /** The words of a repository that cloud-init has a key for. */
  private static final Map<String, String> KEYS = keys();

  private AptSources() {}

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("source", "source");
    keys.put("key", "key");
    keys.put("key-id", "keyid");
    keys.put("key-server", "keyserver");
    return keys;
  }

  static Node encode(HostModel.Repository repository) {
    Node.Fields source = new Node.Fields(repository.name().origin());
    if (texts(repository, "source").isEmpty() && !texts(repository, "uri").isEmpty()) {
      source.put("source", Leaves.text(line(repository)));
    }
    for (HostModel.Entry word : repository.words()) {
      if (!List.of("uri", "suites", "components").contains(word.key())) {
        source.put(KEYS.getOrDefault(word.key(), word.key()), Leaves.text(word.value()));
      }
    }
    return source;
  }

  /** {@code deb [signed-by=$KEY_FILE] URI SUITE COMPONENT…}, once for each suite. */
  private static Text line(HostModel.Repository repository) {
    Origin built = Origin.builtIn("a line of a sources.list");
    List<Text> suites = texts(repository, "suites");
    List<Text> components = texts(repository, "components");
    boolean signed = !texts(repository, "key").isEmpty() || !texts(repository, "key-id").isEmpty();
    List<Text.Part> parts = new ArrayList<>();
    // A flat repository has no suites: its path ends with a slash.
    List<Text> each =
        suites.isEmpty() ? List.of(Text.of("./", repository.name().origin())) : suites;
    for (Text suite : each) {
      String begin = parts.isEmpty() ? "deb " : "\ndeb ";
      parts.add(new Text.Literal(begin + (signed ? "[signed-by=$KEY_FILE] " : ""), built));
      List<Text> words = new ArrayList<>(texts(repository, "uri"));
      words.add(suite);
      words.addAll(components);
      for (int i = 0; i < words.size(); i++) {
        if (i > 0) {
          parts.add(new Text.Literal(" ", built));
        }
        parts.addAll(words.get(i).parts());
      }
    }
    return new Text(parts, repository.name().origin());
  }

  private static List<Text> texts(HostModel.Repository repository, String word) {
    return repository.words().stream()
        .filter(w -> w.key().equals(word))
        .map(HostModel.Entry::value)
        .toList();
  }
}
