package dev.dryboot.compiler.analysis;

import dev.dryboot.language.syntax.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The things that any host or profile of the project declares, as {@code kind name}. A reference to
 * what nothing declares is the language's to report; one to what a host does not come to have is
 * the model's.
 */
record Declared(Set<String> things) {

  static Declared of(Project project) {
    Set<String> things = new LinkedHashSet<>();
    project.hosts().forEach(h -> collect(h.members(), things));
    project.profiles().forEach(p -> collect(p.members(), things));
    return new Declared(things);
  }

  private static void collect(List<Member> members, Set<String> things) {
    for (Member member : members) {
      if (member instanceof Member.Block block) {
        things.add(block.kind().text() + " " + block.name().text());
        collect(block.members(), things);
      } else if (member instanceof Member.When when) {
        collect(when.members(), things);
      }
    }
  }

  boolean has(String kind, String name) {
    return things.contains(kind + " " + name);
  }

  boolean hasUnit(String name) {
    return has("service", name) || has("container", name);
  }
}
