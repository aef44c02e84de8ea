package dev.dryboot.foreign.identity;

import dev.dryboot.foreign.value.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The second field of a line of {@code /etc/shadow}: a hash of a password, or what no password fits
 * (crypt(5) of libxcrypt 4.4, shadow(5)).
 *
 * @param method such as {@code yescrypt}; empty where no password is asked for or none fits
 */
public record PasswordHash(String method) {
  private static final String DIGITS = "[./0-9A-Za-z]";

  /** Methods by the prefix of their hashes; a hash is as long as its method makes it. */
  private static final Map<String, Method> METHODS = methods();

  private static final Pattern DESCRYPT = Pattern.compile(DIGITS + "{13}");
  private static final Pattern BSDICRYPT = Pattern.compile("_" + DIGITS + "{19}");

  private record Method(String name, Pattern form) {}

  private static Map<String, Method> methods() {
    var methods = new LinkedHashMap<String, Method>();
    put(methods, "$y$", "yescrypt", DIGITS + "+\\$" + DIGITS + "{0,86}\\$" + DIGITS + "{43}");
    put(methods, "$gy$", "gost-yescrypt", DIGITS + "+\\$" + DIGITS + "{0,86}\\$" + DIGITS + "{43}");
    put(methods, "$7$", "scrypt", DIGITS + "{11,97}\\$" + DIGITS + "{43}");
    for (String letter : "abxy".split("")) {
      put(methods, "$2" + letter + "$", "bcrypt", "[0-9]{2}\\$" + DIGITS + "{53}");
    }
    String rounds = "(?:rounds=[0-9]+\\$)?[^$:\\n]{0,16}\\$";
    put(methods, "$6$", "sha512crypt", rounds + DIGITS + "{86}");
    put(methods, "$5$", "sha256crypt", rounds + DIGITS + "{43}");
    put(methods, "$sha1", "sha1crypt", "\\$[0-9]+\\$" + DIGITS + "{1,64}\\$" + DIGITS + "{28}");
    put(methods, "$md5", "sunmd5", "[$,][^:\\n]+");
    put(methods, "$1$", "md5crypt", "[^$:\\n]{0,8}\\$" + DIGITS + "{22}");
    put(methods, "$3$", "nt", "\\$[0-9a-f]{32}");
    return methods;
  }

  private static void put(Map<String, Method> methods, String prefix, String name, String rest) {
    methods.put(prefix, new Method(name, Pattern.compile(Pattern.quote(prefix) + rest)));
  }

  /** Whether a text begins as a hash does, whole or not. */
  public static boolean beginsAsHash(String text) {
    String hash = text.replaceFirst("^!+", "");
    return hash.startsWith("$");
  }

  /** Reads a field; empty asks for no password, and {@code !} or {@code *} fit none. */
  public static Reading<PasswordHash> read(String text) {
    String hash = text.replaceFirst("^!+", "");
    int from = text.length() - hash.length();
    if (hash.isEmpty() || hash.startsWith("*")) {
      return Reading.of(new PasswordHash(""));
    }
    if (DESCRYPT.matcher(hash).matches() || BSDICRYPT.matcher(hash).matches()) {
      return Reading.of(new PasswordHash("descrypt"));
    }
    for (Map.Entry<String, Method> entry : METHODS.entrySet()) {
      if (hash.startsWith(entry.getKey())) {
        Method method = entry.getValue();
        return method.form().matcher(hash).matches()
            ? Reading.of(new PasswordHash(method.name()))
            : Reading.fault(from, text.length(), "this is no whole hash of " + method.name());
      }
    }
    return Reading.fault(
        from,
        text.length(),
        hash.startsWith("$") ? "no method of crypt(3) makes such a hash" : "this is no hash");
  }
}
