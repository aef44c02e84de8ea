package dev.dryboot.targets.format.ignition;

/** Whether Go's net/url can read a text: the cases in which it refuses one. */
final class GoUrl {
  private GoUrl() {}

  static boolean parses(String url) {
    if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      return false;
    }
    int hash = url.indexOf('#');
    if (hash >= 0 && brokenEscape(url.substring(hash + 1))) {
      return false;
    }
    String rest = hash >= 0 ? url.substring(0, hash) : url;
    int colon = rest.indexOf(':');
    String scheme = ResourceChecks.scheme(rest);
    if (colon == 0) {
      return false;
    }
    if (!scheme.isEmpty()) {
      rest = rest.substring(colon + 1);
    }
    int question = rest.indexOf('?');
    String path = question >= 0 ? rest.substring(0, question) : rest;
    if (!path.startsWith("/")) {
      int slash = path.indexOf('/');
      int firstColon = path.indexOf(':');
      return !scheme.isEmpty() || firstColon < 0 || slash >= 0 && slash < firstColon;
    }
    return path.startsWith("//") ? authority(path.substring(2)) : !brokenEscape(path);
  }

  private static boolean authority(String rest) {
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    if (slash >= 0 && brokenEscape(rest.substring(slash))) {
      return false;
    }
    int at = host.lastIndexOf('@');
    if (at >= 0 && !host.substring(0, at).matches("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*")) {
      return false;
    }
    String server = host.substring(at + 1);
    if (server.startsWith("[")) {
      return server.matches("\\[[0-9A-Za-z:.%]*\\](:[0-9]*)?");
    }
    int colon = server.indexOf(':');
    String name = colon < 0 ? server : server.substring(0, colon);
    return (colon < 0 || server.substring(colon).matches(":[0-9]*"))
        && name.matches("[^\\x00-\\x20\"<>\\\\^`{|}%#?\\[\\]]*|.*[^\\x00-\\x7f].*");
  }

  private static boolean brokenEscape(String part) {
    for (int i = part.indexOf('%'); i >= 0; i = part.indexOf('%', i + 1)) {
      if (i + 2 >= part.length()
          || Character.digit(part.charAt(i + 1), 16) < 0
          || Character.digit(part.charAt(i + 2), 16) < 0) {
        return true;
      }
    }
    return false;
  }
}
