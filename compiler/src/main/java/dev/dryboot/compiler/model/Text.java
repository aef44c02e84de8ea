package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A text whose placeholders are resolved, as parts with their origins. What only the machine knows,
 * and what must not be seen, stays a part of its own.
 *
 * @param origin of the text as a whole
 */
public record Text(List<Part> parts, Origin origin) {

  /** A part of a text. */
  public sealed interface Part {
    Origin origin();
  }

  /** Characters as they are. */
  public record Literal(String text, Origin origin) implements Part {}

  /** The value of a secret that a provider gave, or its placeholder in a simulation. */
  public record Secret(String name, String value, Origin origin) implements Part {}

  /** A secret that lies in a file of the machine; the text is that file's path. */
  public record SecretPath(String name, String path, Origin origin) implements Part {}

  /** Something that only the machine knows, such as {@code machine.private-ipv4}. */
  public record Fact(String name, Origin origin) implements Part {}

  /** The number of a container's instance, from 1. */
  public record Instance(Origin origin) implements Part {}

  /** Bytes that are no text, in base64. */
  public record Binary(String base64, Origin origin) implements Part {}

  public Text {
    parts = List.copyOf(parts);
  }

  public static Text of(String text, Origin origin) {
    return new Text(List.of(new Literal(text, origin)), origin);
  }

  /** The characters; facts as {@code ${name}}. */
  public String plain() {
    StringBuilder all = new StringBuilder();
    parts.forEach(part -> all.append(characters(part)));
    return all.toString();
  }

  public byte[] bytes() {
    if (parts.size() == 1 && parts.getFirst() instanceof Binary binary) {
      return Base64.getDecoder().decode(binary.base64());
    }
    return plain().getBytes(StandardCharsets.UTF_8);
  }

  public boolean isBinary() {
    return parts.stream().anyMatch(Binary.class::isInstance);
  }

  /** Whether the characters hold a secret's value. */
  public boolean isSecret() {
    return parts.stream().anyMatch(Secret.class::isInstance);
  }

  public List<Secret> secrets() {
    return parts.stream().filter(Secret.class::isInstance).map(Secret.class::cast).toList();
  }

  public List<Fact> facts() {
    return parts.stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList();
  }

  /** This text for one instance of a replicated container. */
  public Text forInstance(int number) {
    return mapParts(p -> p instanceof Instance i ? new Literal("" + number, i.origin()) : p);
  }

  public Text mapParts(Function<Part, Part> change) {
    return new Text(parts.stream().map(change).toList(), origin);
  }

  /** The same parts with literal characters changed, such as escaped. */
  public Text mapCharacters(Function<String, String> change) {
    return mapParts(
        p -> p instanceof Literal l ? new Literal(change.apply(l.text()), l.origin()) : p);
  }

  public Text plus(Text other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Text(all, origin);
  }

  public void appendTo(OriginText target) {
    parts.forEach(part -> target.add(characters(part), part.origin()));
  }

  /** The characters of one part. */
  public static String characters(Part part) {
    return switch (part) {
      case Literal literal -> literal.text();
      case Secret secret -> secret.value();
      case SecretPath path -> path.path();
      case Fact fact -> "${" + fact.name() + "}";
      case Instance instance -> "${instance}";
      case Binary binary -> binary.base64();
    };
  }
}
