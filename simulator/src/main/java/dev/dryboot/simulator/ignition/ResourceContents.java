package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.DataUrl.Contents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Gets what a resource holds in itself: decoded, verified, unpacked, in this order. */
public final class ResourceContents {
  private ResourceContents() {}

  /** The bytes of a {@linkplain Resource#local() local} resource; no source is no bytes. */
  public static Contents of(Resource resource) {
    String source = resource.source().map(Located::value).orElse("");
    if (source.isEmpty()) {
      return new Contents.Bytes(new byte[0]);
    }
    if (!resource.local()) {
      return new Contents.Refused("%s has to be fetched".formatted(source));
    }
    return switch (DataUrl.decode(source)) {
      case Contents.Refused refused -> refused;
      case Contents.Bytes bytes -> unpacked(bytes, resource);
    };
  }

  private static Contents unpacked(Contents.Bytes bytes, Resource resource) {
    String hash = resource.hash().map(Located::value).orElse("");
    if (!hash.isEmpty() && !matches(bytes.bytes(), hash)) {
      return new Contents.Refused("hash verification failed: the contents do not have this sum");
    }
    return resource.compression().map(Located::value).filter("gzip"::equals).isPresent()
        ? DataUrl.gunzip(bytes.bytes())
        : bytes;
  }

  /** Whether {@code bytes} have the sum {@code hash}, as {@code sha512-…}. */
  static boolean matches(byte[] bytes, String hash) {
    int dash = hash.indexOf('-');
    String algorithm = hash.startsWith("sha256") ? "SHA-256" : "SHA-512";
    try {
      byte[] sum = MessageDigest.getInstance(algorithm).digest(bytes);
      String wanted = hash.substring(dash + 1).toLowerCase(Locale.ROOT);
      return HexFormat.of().formatHex(sum).equals(wanted);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
