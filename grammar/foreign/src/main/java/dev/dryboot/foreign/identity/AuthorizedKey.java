package dev.dryboot.foreign.identity;

import dev.dryboot.foreign.value.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of {@code authorized_keys}: options, the key's type, the key, a comment (sshd(8),
 * AUTHORIZED_KEYS FILE FORMAT; the key's fields are those of RFC 4253, 5656 and 8709).
 *
 * @param type such as {@code ssh-ed25519}
 * @param comment may be empty
 */
public record AuthorizedKey(String type, String comment) {
  private static final int ED25519_BYTES = 32;
  private static final String CERTIFICATE = "-cert-v01@openssh.com";

  /** How many fields follow a key's type inside of the key. */
  private static final Map<String, Integer> FIELDS =
      Map.of(
          "ssh-rsa", 2,
          "ssh-dss", 4,
          "ssh-ed25519", 1,
          "ecdsa-sha2-nistp256", 2,
          "ecdsa-sha2-nistp384", 2,
          "ecdsa-sha2-nistp521", 2,
          "sk-ssh-ed25519@openssh.com", 2,
          "sk-ecdsa-sha2-nistp256@openssh.com", 3);

  /** Reads a line that is neither blank nor a comment. */
  public static Reading<AuthorizedKey> read(String line) {
    int start = line.length() - line.stripLeading().length();
    int typeEnd = wordEnd(line, start);
    if (line.startsWith("-----BEGIN ", start) || line.startsWith("---- BEGIN ", start)) {
      boolean secret = line.contains("PRIVATE");
      return Reading.fault(
          start,
          line.length(),
          secret ? "this is a private key" : "this key is not in OpenSSH's form");
    }
    if (!isType(line.substring(start, typeEnd))) {
      int options = optionsEnd(line, start);
      int afterOptions = blanksEnd(line, options);
      int end = wordEnd(line, afterOptions);
      if (!isType(line.substring(afterOptions, end))) {
        return Reading.fault(
            start, typeEnd, "no type of a key, such as ssh-ed25519, stands before the key");
      }
      start = afterOptions;
      typeEnd = end;
    }
    String type = line.substring(start, typeEnd);
    int keyStart = blanksEnd(line, typeEnd);
    int keyEnd = wordEnd(line, keyStart);
    Optional<String> wrong = wrong(type, line.substring(keyStart, keyEnd));
    return wrong.isPresent()
        ? Reading.fault(keyStart, keyEnd, wrong.get())
        : Reading.of(new AuthorizedKey(type, line.substring(keyEnd).strip()));
  }

  private static boolean isType(String word) {
    return FIELDS.containsKey(plain(word));
  }

  /** The type of the key that a certificate is for. */
  private static String plain(String type) {
    if (!type.endsWith(CERTIFICATE)) {
      return type;
    }
    String of = type.substring(0, type.length() - CERTIFICATE.length());
    return of.startsWith("sk-") ? of + "@openssh.com" : of;
  }

  private static int wordEnd(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
      i++;
    }
    return i;
  }

  private static int blanksEnd(String line, int from) {
    int i = from;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Options end at a blank that stands in no quotes. */
  private static int optionsEnd(String line, int from) {
    boolean quoted = false;
    int i = from;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        break;
      }
      i++;
    }
    return Math.min(i, line.length());
  }

  /** What is wrong with the key behind {@code type}. */
  private static Optional<String> wrong(String type, String key) {
    if (key.isEmpty()) {
      return Optional.of("the key itself is missing behind its type");
    }
    if (!key.matches("[A-Za-z0-9+/]+={0,2}")) {
      return Optional.of("the key is not in base64");
    }
    int whole = key.length() - key.length() % 4;
    byte[] bytes = Base64.getDecoder().decode(key.substring(0, whole));
    List<byte[]> fields = fields(bytes);
    String own = fields.isEmpty() ? "" : new String(fields.getFirst(), StandardCharsets.US_ASCII);
    if (isType(own) && !own.equals(type)) {
      return Optional.of("the key says that it is of type %s, not %s".formatted(own, type));
    }
    int read = fields.stream().mapToInt(f -> Integer.BYTES + f.length).sum();
    if (whole < key.length() || read < bytes.length) {
      return Optional.of("the key is cut short");
    }
    return isWhole(type, own, fields)
        ? Optional.empty()
        : Optional.of("this is no whole key of type " + type);
  }

  private static boolean isWhole(String type, String own, List<byte[]> fields) {
    if (!own.equals(type) || type.endsWith(CERTIFICATE)) {
      return own.equals(type);
    }
    return fields.size() - 1 == FIELDS.getOrDefault(type, 0)
        && (!type.contains("ed25519") || fields.get(1).length == ED25519_BYTES);
  }

  /** The fields of a key, each behind its length, up to the first that is not whole. */
  private static List<byte[]> fields(byte[] key) {
    List<byte[]> fields = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(key);
    while (rest.remaining() >= Integer.BYTES) {
      int length = rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        break;
      }
      byte[] field = new byte[length];
      rest.get(field);
      fields.add(field);
    }
    return fields;
  }
}
