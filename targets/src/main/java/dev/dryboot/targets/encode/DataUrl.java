package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Contents as a data URL, by Butane's rule (base/util/url.go): the shortest of escaped, base64, and
 * compressed base64, which must win by more than it takes to say so; of equals the first.
 */
public final class DataUrl {
  private DataUrl() {}

  /** The fields {@code source} and {@code compression} of a resource. */
  public static Node.Fields resource(Text text) {
    Origin origin = text.origin();
    Optional<SourceText> decoded =
        text.isBinary() ? Optional.empty() : Optional.of(Leaves.source("", text));
    byte[] bytes = text.bytes();
    String escaped = "data:," + escape(bytes);
    String base64 = "data:;base64," + Base64.getEncoder().encodeToString(bytes);
    String compressed = "data:;base64," + Base64.getEncoder().encodeToString(gzip(bytes));
    String shortest = base64.length() < escaped.length() ? base64 : escaped;
    boolean gzip = compressed.length() + "gzip".length() < shortest.length();
    return new Node.Fields(origin)
        .put("compression", Node.of(gzip ? "gzip" : "", origin))
        .put("source", new Node.TextLeaf(gzip ? compressed : shortest, decoded, origin));
  }

  /** Contents that are in base64 already, and compressed or not. */
  public static Node.Fields encoded(String base64, boolean gzip, Origin origin) {
    return new Node.Fields(origin)
        .put("compression", Node.of(gzip ? "gzip" : "", origin))
        .put("source", Node.of("data:;base64," + base64.replaceAll("\\s", ""), origin));
  }

  static String escape(byte[] bytes) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_.!~*'()".indexOf(c) >= 0;
      escaped.append(plain ? "" + c : String.format("%%%02X", (int) c));
    }
    return escaped.toString();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** Whether characters are base64 of something. */
  public static boolean isBase64(String text) {
    try {
      Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
