package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;

/** What a file holds, and where that comes from. */
public sealed interface Content {
  Origin origin();

  /** Text or bytes that are known when compiling. */
  record Inline(Text text) implements Content {
    @Override
    public Origin origin() {
      return text.origin();
    }
  }

  /** Fetched by the machine. */
  record Remote(Text url) implements Content {
    @Override
    public Origin origin() {
      return url.origin();
    }
  }
}
