package dev.dryboot.language.syntax;

import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** What stands inside the braces of a thing. */
public sealed interface Member {
  Span span();

  /**
   * A named thing: {@code container web { … }}, {@code user ops { … }}, {@code partition shop { …
   * }}. {@code kind} is the word it begins with. Kinds with names are: user, group, disk,
   * partition, raid, luks, filesystem, swap, network, volume, service, container.
   *
   * @param comment the comment above it, for hovers and descriptions; may be empty
   */
  record Block(Word kind, Name name, List<Member> members, String comment, Span span)
      implements Member {
    public Block {
      members = List.copyOf(members);
    }
  }

  /**
   * A setting: {@code word item, item { members }}. Edges ({@code after a, b}), device references,
   * {@code network a} in a container, {@code volume a -> "/b" { … }} in a container, {@code
   * targets}, and the unnamed or text-named blocks ({@code file "/x" { … }}, {@code timer { … }},
   * {@code engine docker { … }}) are settings too.
   */
  record Setting(Word word, List<Item> items, Optional<List<Member>> body, Span span)
      implements Member {
    public Setting {
      items = List.copyOf(items);
      body = body.map(List::copyOf);
    }
  }

  /**
   * One item of a setting: {@code a}, {@code key = value} or {@code here -> there}. A target with a
   * version ({@code ubuntu 24.04}) is {@code first} and {@code second} under {@link Shape#VERSION}.
   */
  record Item(Value first, Shape shape, Optional<Value> second, Span span) {}

  /** How the two values of an item are joined. */
  enum Shape {
    SINGLE,
    EQUALS,
    ARROW,
    VERSION
  }

  /** {@code when target ubuntu, flatcar { … }}. */
  record When(List<Item> targets, List<Member> members, Span span) implements Member {
    public When {
      targets = List.copyOf(targets);
      members = List.copyOf(members);
    }
  }

  /** {@code defaults container { … }}. */
  record Defaults(Word kind, List<Member> members, Span span) implements Member {
    public Defaults {
      members = List.copyOf(members);
    }
  }

  /** {@code remove container debug}. */
  record Remove(Word kind, Name name, Span span) implements Member {}

  /** {@code remove groups}, inside a block: forgets what came before. */
  record Clear(Word setting, Span span) implements Member {}

  /** {@code raw ignition '''…'''}; the content is text or a file. */
  record Raw(Word format, Value content, Span span) implements Member {}

  /** {@code allow rule "reason"}: silences a finding where it stands. */
  record Allow(Word rule, String reason, Span span) implements Member {}
}
