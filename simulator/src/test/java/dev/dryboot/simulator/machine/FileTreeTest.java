package dev.dryboot.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FileTreeTest {
  private record Step(boolean removes, String path) {}

  private static Arbitrary<Step> steps() {
    Arbitrary<String> path =
        Arbitraries.of("a", "b", "ab", "a.service", "B", "é")
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(names -> "/" + String.join("/", names));
    Arbitrary<Boolean> removes = Arbitraries.integers().between(0, 3).map(i -> i == 0);
    return path.flatMap(p -> removes.map(r -> new Step(r, p)));
  }

  private static FileNode file(String text) {
    return new FileNode.Regular(SourceText.of("file", text));
  }

  /** What lies below a file that replaces nothing stays, so files count as directories here. */
  private static void take(Step step, int number, FileTree tree, TreeMap<String, String> model) {
    if (step.removes()) {
      tree.remove(step.path());
      model.keySet().removeIf(p -> p.equals(step.path()) || p.startsWith(step.path() + "/"));
      return;
    }
    tree.put(step.path(), file("" + number));
    for (int slash = step.path().indexOf('/', 1);
        slash > 0;
        slash = step.path().indexOf('/', slash + 1)) {
      model.putIfAbsent(step.path().substring(0, slash), "directory");
    }
    model.put(step.path(), "" + number);
  }

  private static Map<String, String> contents(FileTree tree) {
    Map<String, String> contents = new TreeMap<>();
    tree.all()
        .forEach(
            (path, node) ->
                contents.put(
                    path,
                    node instanceof FileNode.Regular file ? file.content().text() : "directory"));
    contents.remove("");
    return contents;
  }

  @Property(tries = 300)
  void holds_what_was_put_into_it_and_a_copy_what_was_there_when_it_was_made(
      @ForAll("someSteps") List<Step> steps) {
    FileTree tree = FileTree.empty();
    TreeMap<String, String> model = new TreeMap<>();
    List<FileTree> copies = new ArrayList<>();
    List<Map<String, String>> expected = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (i % 10 == 5) {
        copies.add(tree.copy());
        expected.add(Map.copyOf(model));
      }
      take(steps.get(i), i, tree, model);
      Step step = steps.get(i);
      assertThat(tree.get(step.path()).isPresent()).isEqualTo(model.containsKey(step.path()));
    }
    assertThat(contents(tree)).isEqualTo(model);
    assertThat(copies.stream().map(FileTreeTest::contents).toList()).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Step>> someSteps() {
    return steps().list().ofMaxSize(60);
  }

  @Test
  void lists_a_directory_sorted_by_name() {
    FileTree tree = FileTree.empty();
    for (String name : List.of("b", "a.d", "a", "Z", "aa")) {
      tree.put("/etc/" + name, file(""));
    }
    assertThat(tree.list("/etc")).containsExactly("Z", "a", "a.d", "aa", "b");
    assertThat(tree.list("/etc/a")).isEmpty();
    assertThat(tree.list("/nowhere")).isEmpty();
  }

  @Test
  void goes_straight_to_a_file_or_to_the_first_link() {
    FileTree tree = FileTree.empty();
    FileNode link = new FileNode.SymbolicLink("usr/bin", SourceText.of("link", ""));
    tree.put("/bin", link);
    tree.put("/usr/bin/true", file("x"));
    assertThat(tree.straight("/bin/true")).isSameAs(link);
    assertThat(tree.straight("/bin")).isSameAs(link);
    assertThat(tree.straight("/usr/bin/true")).isInstanceOf(FileNode.Regular.class);
    assertThat(tree.straight("/usr/bin/false")).isNull();
    assertThat(tree.firstLink("/bin/true", false)).isEqualTo(4);
    assertThat(tree.firstLink("/bin", false)).isEqualTo(-1);
    assertThat(tree.firstLink("/bin", true)).isEqualTo(4);
    assertThat(tree.get("/usr/bin/true/below")).isEqualTo(Optional.empty());
  }
}
