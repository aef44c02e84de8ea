package dev.dryboot.simulator.ignition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Contents that stand in a URL (RFC 2397), and how they are unpacked. */
public final class DataUrl {
  /** Bytes that contents may have once they are unpacked: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  private static final String PREFIX = "data:";

  /** What came of reading contents: bytes, or in one sentence why there are none. */
  public sealed interface Contents {
    /** The bytes. */
    record Bytes(byte[] bytes) implements Contents {
      /** The bytes as text; what is not UTF-8 becomes replacement characters. */
      public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }

    /** Why there are none. */
    record Refused(String why) implements Contents {}
  }

  private DataUrl() {}

  /** The bytes that {@code url} holds. */
  public static Contents decode(String url) {
    int comma = url.indexOf(',');
    if (!url.regionMatches(false, 0, PREFIX, 0, PREFIX.length()) || comma < 0) {
      return new Contents.Refused("a data URL has a comma before its data");
    }
    String head = url.substring(PREFIX.length(), comma);
    Optional<String> strange = strangeHead(head);
    if (strange.isPresent()) {
      return new Contents.Refused(strange.get());
    }
    if (!url.substring(comma + 1).matches("[A-Za-z0-9_.!~*'();/?:@&=+$,%-]*+")) {
      return new Contents.Refused("blanks, quotes and other marks stand in it as %20 and the like");
    }
    byte[] plain = unescape(url.substring(comma + 1));
    if (plain.length == 0 && comma + 1 < url.length()) {
      return new Contents.Refused("a % stands for a byte only before two hexadecimal digits");
    }
    if (!head.endsWith(";base64")) {
      return new Contents.Bytes(plain);
    }
    if (url.indexOf('%', comma) > 0) {
      return new Contents.Refused("what follows ;base64, is taken as it is: = is not written %3D");
    }
    if (plain.length % 4 != 0) {
      return new Contents.Refused("what follows ;base64, is not base64: = is missing at its end");
    }
    try {
      return new Contents.Bytes(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return new Contents.Refused("what follows ;base64, is not base64");
    }
  }

  private static Optional<String> strangeHead(String head) {
    String type = head.endsWith(";base64") ? head.substring(0, head.length() - 7) : head;
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String top = "(?:application|audio|image|message|multipart|text|video|x-[A-Za-z0-9-]+)/";
    String token = "[A-Za-z0-9!#$&^_.+*'`|~{}%-]+";
    String parameter = ";" + token + "=(?:" + token + "|\"(?:[^\"\\\\]|\\\\.)*\")";
    return type.matches("(?:" + top + "(?:" + token + ")?)?(?:" + parameter + ")*")
        ? Optional.empty()
        : Optional.of("%s is not a media type".formatted(type));
  }

  /** Empty where an escape is broken. */
  private static byte[] unescape(String data) {
    byte[] from = data.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream to = new ByteArrayOutputStream(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '%') {
        to.write(from[i]);
        continue;
      }
      int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
      int low = i + 2 < from.length ? Character.digit(from[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return new byte[0];
      }
      to.write(high << 4 | low);
      i += 2;
    }
    return to.toByteArray();
  }

  /** Unpacks gzip, up to {@link #MAX_BYTES}. */
  public static Contents gunzip(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES
          ? new Contents.Refused("unpacked it is larger than 64 MiB")
          : new Contents.Bytes(bytes);
    } catch (IOException e) {
      return new Contents.Refused("it is not gzip, or not all of it");
    }
  }
}
