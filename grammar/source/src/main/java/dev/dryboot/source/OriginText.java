package dev.dryboot.source;

import java.util.ArrayList;
import java.util.List;

/** Builds a text piece by piece, each with its origin. */
public final class OriginText {
  private final StringBuilder text = new StringBuilder();
  private final List<Provenance.Stretch> stretches = new ArrayList<>();

  /** Adds {@code piece}, which came from {@code origin}. */
  public OriginText add(String piece, Origin origin) {
    if (!piece.isEmpty()) {
      stretches.add(new Provenance.Stretch(text.length(), text.length() + piece.length(), origin));
      text.append(piece);
    }
    return this;
  }

  /** Adds an encoded form of {@code decoded}, whose own provenance stays reachable through it. */
  public OriginText addEncoded(String encoded, Origin origin, SourceText decoded) {
    if (!encoded.isEmpty()) {
      stretches.add(
          new Provenance.Stretch(
              text.length(),
              text.length() + encoded.length(),
              origin,
              java.util.Optional.of(decoded)));
      text.append(encoded);
    }
    return this;
  }

  public int length() {
    return text.length();
  }

  public SourceText build(String name) {
    return SourceText.of(name, text.toString(), new Provenance(stretches));
  }
}
