package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An engine's directory: the records of containers, the list of images, networks. It lies in the
 * machine's files, so that it outlives boots, and is hidden by what is mounted over it.
 */
final class Store {
  private final Machine machine;
  private final String root;

  Store(Machine machine, String root) {
    this.machine = machine;
    this.root = root;
  }

  /** All containers on record, in the order in which they were made. */
  Map<String, Container> containers() {
    var found = new LinkedHashMap<String, Container>();
    for (String order : machine.files().list(root + "/containers")) {
      machine
          .files()
          .read(root + "/containers/" + order)
          .flatMap(text -> parse(text.text()))
          .ifPresent(c -> found.put(c.id(), c));
    }
    return found;
  }

  void save(Container container) {
    var text = new StringBuilder();
    line(text, "id", container.id());
    line(text, "name", container.name());
    line(text, "state", container.state().name());
    line(text, "exit", String.valueOf(container.exitCode()));
    line(text, "restarts", String.valueOf(container.restarts()));
    line(text, "stopped", String.valueOf(container.manuallyStopped()));
    line(text, "owner", container.owner().unit());
    line(text, "group", container.owner().controlGroup());
    line(text, "oneshot", String.valueOf(container.owner().oneshot()));
    container.spec().words().forEach(word -> line(text, "word", word));
    write("containers/" + container.id(), text.toString());
  }

  void remove(Container container) {
    machine.files().remove(root + "/containers/" + container.id());
  }

  boolean has(String kind, String name) {
    return names(kind).contains(name);
  }

  void add(String kind, String name) {
    var all = new TreeSet<>(names(kind));
    if (all.add(name)) {
      write(kind, String.join("\n", all) + "\n");
    }
  }

  void drop(String kind, String name) {
    var all = new TreeSet<>(names(kind));
    if (all.remove(name)) {
      write(kind, String.join("\n", all) + "\n");
    }
  }

  private List<String> names(String kind) {
    return machine
        .files()
        .read(root + "/" + kind)
        .map(text -> List.of(text.text().split("\n")))
        .orElse(List.of());
  }

  private void write(String path, String text) {
    String whole = root + "/" + path;
    machine.files().write(whole, new FileNode.Regular(SourceText.of(whole, text)));
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    text.append(value.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
  }

  private static Optional<Container> parse(String text) {
    var single = new LinkedHashMap<String, String>();
    var words = new ArrayList<String>();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String value = unescaped(line.substring(equals + 1));
        if (line.startsWith("word=")) {
          words.add(value);
        } else {
          single.put(line.substring(0, equals), value);
        }
      }
    }
    return ContainerCommand.read(words)
        .map(ContainerSpec::read)
        .flatMap(
            r ->
                r instanceof ContainerSpec.Reading.Of of
                    ? Optional.of(of.spec())
                    : Optional.<ContainerSpec>empty())
        .map(spec -> container(single, spec));
  }

  private static Container container(Map<String, String> values, ContainerSpec spec) {
    Container container =
        new Container(values.getOrDefault("id", ""), values.getOrDefault("name", ""), spec);
    container.restored(
        Container.State.valueOf(values.getOrDefault("state", "EXITED")),
        Integer.parseInt(values.getOrDefault("exit", "0")),
        Integer.parseInt(values.getOrDefault("restarts", "0")),
        Boolean.parseBoolean(values.getOrDefault("stopped", "false")));
    container.owner(
        new Asker(
            values.getOrDefault("owner", ""),
            values.getOrDefault("group", ""),
            Boolean.parseBoolean(values.getOrDefault("oneshot", "false"))));
    return container;
  }

  private static String unescaped(String value) {
    var text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        text.append(next == 'n' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
