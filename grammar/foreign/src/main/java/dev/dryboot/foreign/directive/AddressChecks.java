package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether systemd takes addresses: those that sockets listen on, those that a firewall lets
 * pass, ports, and network interfaces (socket-util.c, in-addr-util.c of systemd 257).
 *
 * @param names expands specifiers
 * @param paths checks paths
 */
record AddressChecks(Expansion names, PathChecks paths) {
  private static final Set<String> KEYWORDS = Set.of("any", "localhost", "link-local", "multicast");
  private static final int LONGEST_SOCKET_PATH = 107;
  private static final Pattern BYTE4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern NETLINK =
      Pattern.compile(
          "route|firewall|inet-diag|nflog|xfrm|selinux|iscsi|audit|fib-lookup|connector|netfilter"
              + "|ip6-fw|dnrtmsg|kobject-uevent|generic|scsitransport|ecryptfs|[0-9]{1,9}");
  private static final int STREAMS_OVER_VSOCK_BY_NAME = 254;

  private static boolean isV4(String text) {
    return BYTE4.matcher(text).matches()
        && List.of(text.split("\\.")).stream().allMatch(n -> Integer.parseInt(n) < 256);
  }

  private static boolean isV6(String text) {
    if (!text.contains(":") || !text.matches("[0-9A-Fa-f:.]+") || text.contains(":::")) {
      return false;
    }
    int tail = text.contains(".") ? text.lastIndexOf(':') + 1 : text.length();
    if (tail < text.length() && !isV4(text.substring(tail))) {
      return false;
    }
    String groups = tail < text.length() ? text.substring(0, tail) + "0:0" : text;
    int gap = groups.indexOf("::");
    if (gap < 0) {
      return groups.matches("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){7}");
    }
    String rest = groups.substring(0, gap) + ":" + groups.substring(gap + 2);
    long count = List.of(rest.split(":")).stream().filter(g -> !g.isEmpty()).count();
    return groups.indexOf("::", gap + 1) < 0
        && count < 8
        && (groups.substring(0, gap).isEmpty()
            || groups.substring(0, gap).matches("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*"))
        && (groups.substring(gap + 2).isEmpty()
            || groups.substring(gap + 2).matches("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*"));
  }

  List<Rejection> prefixes(String value) {
    return Shapes.words(
        value,
        Words.Style.PLAIN,
        Effect.WORD_IGNORED,
        text ->
            KEYWORDS.contains(text) || isPrefix(text)
                ? Optional.empty()
                : Optional.of(
                    "an address, perhaps with /LENGTH, any, localhost, link-local or multicast is"
                        + " expected here"));
  }

  private static boolean isPrefix(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!isV4(address) && !isV6(address)) {
      return false;
    }
    return slash < 0
        || Scalars.readNumber(text.substring(slash + 1), 0, isV4(address) ? 32 : 128)
            .value()
            .isPresent();
  }

  /** {@code [ipv4:|ipv6:][tcp:|udp:]PORTS}. */
  List<Rejection> bindItem(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          String rest = after(text, "ipv4", "ipv6");
          rest = rest.isEmpty() ? rest : after(rest, "tcp", "udp");
          return rest.isEmpty() || rest.equals("any") || isPorts(rest)
              ? Optional.empty()
              : Optional.of("this is written as FAMILY:PROTOCOL:PORTS, as ipv4:tcp:80-90");
        });
  }

  /** What follows one of the words and its colon; the text itself where it is none of them. */
  private static String after(String text, String one, String other) {
    for (String word : List.of(one, other)) {
      if (text.equals(word)) {
        return "";
      }
      if (text.startsWith(word + ":") && text.length() > word.length() + 1) {
        return text.substring(word.length() + 1);
      }
    }
    return text;
  }

  private boolean isPorts(String text) {
    int dash = text.indexOf('-');
    Optional<Long> first = port(dash < 0 ? text : text.substring(0, dash));
    Optional<Long> last = dash < 0 ? first : port(text.substring(dash + 1));
    return first.isPresent() && last.isPresent() && first.get() <= last.get();
  }

  private Optional<Long> port(String text) {
    int least = names.version().has(253) ? 0 : 1;
    return Scalars.readNumber(text, least, 65_535).value().filter(p -> !text.contains("-"));
  }

  /** An address of a socket: a path, an abstract name, a port, an address with a port, a vsock. */
  List<Rejection> listen(KnownDirective directive, String value) {
    boolean streams = directive.name().equals("ListenStream");
    boolean local = directive.name().equals("ListenSequentialPacket");
    if (value.startsWith("/") && ("/" + value + "/").contains("/../")) {
      return Shapes.whole(value, Effect.UNIT_REFUSED, paths::plain);
    }
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text -> {
              if (text.startsWith("/") || text.startsWith("@")) {
                int length = text.getBytes(StandardCharsets.UTF_8).length;
                return length > 1 && length <= LONGEST_SOCKET_PATH
                    ? Optional.empty()
                    : Optional.of("the path of a socket has 2 to 107 bytes");
              }
              return !local && (isVsock(text, streams) || isInternet(text))
                  ? Optional.empty()
                  : Optional.of("a path, a port, ADDRESS:PORT or vsock:CID:PORT is expected here");
            }));
  }

  private boolean isVsock(String text, boolean streams) {
    boolean typed = names.version().has(STREAMS_OVER_VSOCK_BY_NAME);
    String kinds = typed ? "vsock(-stream|-dgram|-seqpacket)?" : "vsock";
    return text.matches(kinds + ":[0-9]{0,10}:[0-9]{1,10}")
        && (streams || text.startsWith("vsock"));
  }

  private static boolean isInternet(String text) {
    if (Scalars.readNumber(text, 1, 65_535).value().isPresent()) {
      return true;
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0 || Scalars.readNumber(text.substring(colon + 1), 1, 65_535).value().isEmpty()) {
      return false;
    }
    String host = text.substring(0, colon);
    return host.startsWith("[") && host.endsWith("]")
        ? isV6(host.substring(1, host.length() - 1).replaceFirst("%[^%]+$", ""))
        : isV4(host);
  }

  List<Rejection> netlink(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text -> {
              String[] words = text.split("\\s+", 2);
              boolean group =
                  words.length < 2
                      || Scalars.readNumber(words[1], 0, 4_294_967_295L).value().isPresent();
              return group && NETLINK.matcher(words[0]).matches()
                  ? Optional.empty()
                  : Optional.of("a family of netlink, perhaps with a group, is expected here");
            }));
  }

  List<Rejection> messageQueue(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text ->
                text.startsWith("/")
                    ? paths.plain(text)
                    : Optional.of("the name of a message queue begins with a slash")));
  }

  /** What is wrong with the name of a network interface (ifname_valid_full()). */
  private static Optional<String> interfaceName(String name, int longest) {
    boolean fine =
        name.length() <= longest
            && name.matches("[!-~&&[^:/%]]+")
            && !name.matches("[0-9]+|\\.{1,2}|all|default");
    return fine ? Optional.empty() : Optional.of("this cannot name a network interface");
  }

  List<Rejection> device(String value) {
    return value.equals("*")
        ? List.of()
        : Shapes.whole(value, Effect.IGNORED, names.expanding(t -> interfaceName(t, 15)));
  }

  List<Rejection> interfaces(String value) {
    int longest = names.version().has(253) ? 127 : 15;
    return Shapes.words(
        value.startsWith("~") ? " " + value.substring(1) : value,
        Words.Style.QUOTED,
        Effect.WORD_IGNORED,
        t -> interfaceName(t, longest));
  }
}
