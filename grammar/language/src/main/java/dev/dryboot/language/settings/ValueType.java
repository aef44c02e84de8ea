package dev.dryboot.language.settings;

import java.util.List;

/** What a value of a setting may be. */
public sealed interface ValueType {

  /** In the words of a message: {@code a size}, {@code yes or no}. */
  String description();

  /** A literal of one type, or something that has no parts to tell apart. */
  enum Plain implements ValueType {
    TEXT("text"),
    WORD("a word"),
    INTEGER("a whole number"),
    DECIMAL("a number"),
    PERCENT("a percentage"),
    BOOL("`yes` or `no`"),
    MODE("a mode"),
    SIZE("a size"),
    RATE("a rate"),
    DURATION("a duration"),
    PORT("a port"),
    ADDRESS("an address"),
    DEVICE("a device"),
    SECRET("a secret"),
    ANY("a value");

    private final String description;

    Plain(String description) {
      this.description = description;
    }

    @Override
    public String description() {
      return description;
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements ValueType {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public String description() {
      List<String> quoted = words.stream().map(word -> "`" + word + "`").toList();
      int last = quoted.size() - 1;
      return last == 0
          ? quoted.getFirst()
          : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }
  }

  /** The name of a thing. */
  record Reference(To to) implements ValueType {
    @Override
    public String description() {
      return to.description;
    }
  }

  /** What a name may mean. */
  enum To {
    UNIT("a service, a container, or a unit of the operating system"),
    NETWORK("a network"),
    VOLUME("a volume"),
    ENGINE("an engine"),
    USER("a user"),
    GROUP("a group"),
    SETTING("a setting");

    private final String description;

    To(String description) {
      this.description = description;
    }
  }

  /** Any of several types. */
  record OneOf(List<ValueType> types) implements ValueType {
    public OneOf {
      types = List.copyOf(types);
    }

    @Override
    public String description() {
      return String.join(" or ", types.stream().map(ValueType::description).toList());
    }
  }
}
