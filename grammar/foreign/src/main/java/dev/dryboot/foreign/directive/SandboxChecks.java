package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.source.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether systemd takes what shuts a process in: filters of system calls, address families,
 * namespaces, file systems, controllers of control groups (seccomp-util.c, load-fragment.c of
 * systemd 257).
 *
 * @param names expands specifiers
 */
record SandboxChecks(Expansion names) {
  private static final Set<String> FAMILIES =
      Set.of(
          ("alg appletalk ash atmpvc atmsvc ax25 bluetooth bridge caif can decnet econet file ib"
                  + " ieee802154 inet inet6 ipx irda isdn iucv kcm key llc local mctp mpls netbeui"
                  + " netlink netrom nfc packet phonet pppox qipcrtr rds rose route rxrpc security"
                  + " smc sna tipc unix vsock wanpipe x25 xdp")
              .split(" "));
  private static final Set<String> NAMESPACES =
      Set.of("cgroup", "ipc", "net", "mnt", "pid", "user", "uts", "time");
  private static final Set<String> CONTROLLERS =
      Set.of(
          ("cpu cpuacct cpuset io blkio memory devices pids bpf-firewall bpf-devices bpf-foreign"
                  + " bpf-socket-bind bpf-restrict-network-interfaces")
              .split(" "));
  private static final Set<String> FILE_SYSTEM_SETS =
      Set.of(
          ("@basic-api @anonymous @application @auxiliary-api @common-block @historical-block"
                  + " @network @privileged-api @security @temporary @known")
              .split(" "));
  private static final Set<String> ARCHITECTURES =
      Set.of(
          ("native x86 x86-64 x32 arm arm64 mips mips64 mips64-n32 mips-le mips64-le mips64-le-n32"
                  + " parisc parisc64 ppc ppc64 ppc64-le riscv64 s390 s390x")
              .split(" "));
  private static final int LOONGARCH_SINCE = 254;
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(ingress|egress|sock_create|sock_ops|device|bind4|bind6|connect4|connect6|post_bind4"
              + "|post_bind6|sendmsg4|sendmsg6|sysctl|recvmsg4|recvmsg6|getsockopt|setsockopt):.+");
  private static final Pattern NFT_SET =
      Pattern.compile(
          "(cgroup|user|group):(arp|bridge|inet|ip|ip6|netdev)"
              + ":[A-Za-z][A-Za-z0-9/\\\\_.]{0,30}:[A-Za-z][A-Za-z0-9/\\\\_.]{0,30}");
  private static final Pattern OWN_GROUP =
      Pattern.compile(
          "(cgroup|cpu|cpuacct|cpuset|io|blkio|memory|devices|pids)\\..*|[_.].*|notify_on_release"
              + "|release_agent|tasks");

  private static List<Rejection> words(String value, TextCheck check) {
    return Shapes.words(value, Words.Style.PLAIN, Effect.WORD_IGNORED, check);
  }

  private static List<Rejection> quoted(String value, TextCheck check) {
    return Shapes.words(value, Words.Style.QUOTED, Effect.WORD_IGNORED, check);
  }

  /** The value without the tilde that turns a list round; offsets stay. */
  private static String list(String value) {
    return value.startsWith("~") ? " " + value.substring(1) : value;
  }

  /** Names of system calls and of sets of them, denied ones perhaps with an error. */
  List<Rejection> systemCalls(String value, boolean withErrors) {
    boolean denied = value.startsWith("~") && withErrors;
    return words(
        list(value),
        text -> {
          int colon = text.indexOf(':');
          String name = colon < 0 ? text : text.substring(0, colon);
          if (colon >= 0 && !denied) {
            return Optional.of("only a list of denied calls, behind a tilde, can name errors");
          }
          if (colon >= 0 && errorNumber(text.substring(colon + 1)).isPresent()) {
            return errorNumber(text.substring(colon + 1));
          }
          return SystemCalls.known().has(name, names.version())
              ? Optional.empty()
              : Optional.of(
                  "there is no system call, and no set of them, called "
                      + name
                      + Suggestion.nearest(name, SystemCalls.known().names())
                          .map(n -> "; did you mean " + n + "?")
                          .orElse(""));
        });
  }

  private static Optional<String> errorNumber(String text) {
    boolean fine =
        text.equals("kill")
            || SystemCalls.known().isError(text)
            || Scalars.readNumber(text, 1, 4095).value().isPresent();
    return fine ? Optional.empty() : Optional.of("an error such as EPERM, or kill, is expected");
  }

  List<Rejection> systemCallError(String value) {
    return Shapes.whole(value, Effect.IGNORED, SandboxChecks::errorNumber);
  }

  List<Rejection> architectures(String value) {
    return quoted(
        value,
        TextCheck.that(
            t ->
                ARCHITECTURES.contains(t)
                    || (t.equals("loongarch64") && names.version().has(LOONGARCH_SINCE)),
            "this is no architecture that system calls can be filtered for"));
  }

  List<Rejection> addressFamilies(String value) {
    return value.equals("none")
        ? List.of()
        : quoted(
            list(value),
            TextCheck.that(
                t ->
                    t.toUpperCase(Locale.ROOT).startsWith("AF_")
                        && FAMILIES.contains(t.substring(3).toLowerCase(Locale.ROOT)),
                "an address family such as AF_INET, or none alone, is expected here"));
  }

  List<Rejection> namespaces(String value) {
    return Scalars.readBoolean(value).value().isPresent()
        ? List.of()
        : words(
            list(value),
            TextCheck.that(
                NAMESPACES::contains,
                "yes, no or kinds of namespaces are expected here: cgroup, ipc, net, mnt, pid,"
                    + " user, uts, time"));
  }

  List<Rejection> fileSystems(String value) {
    return quoted(
        list(value),
        TextCheck.that(
            t -> !t.startsWith("@") || FILE_SYSTEM_SETS.contains(t),
            "there is no set of file systems with this name"));
  }

  List<Rejection> delegate(String value) {
    return Scalars.readBoolean(value).value().isPresent() ? List.of() : controllers(value);
  }

  List<Rejection> controllers(String value) {
    return quoted(
        value,
        TextCheck.that(
            CONTROLLERS::contains, "there is no controller of control groups with this name"));
  }

  /** Controllers of which one at least is known; systemd passes over the others in silence. */
  List<Rejection> someControllers(String value) {
    List<Rejection> unknown = controllers(value);
    return unknown.size() < Words.split(value, Words.Style.QUOTED).words().size()
        ? List.of()
        : unknown;
  }

  /** The name of a control group, unlike those that the kernel and systemd use themselves. */
  List<Rejection> subgroup(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            TextCheck.that(
                t ->
                    t.isEmpty()
                        || (!t.contains("/")
                            && t.length() <= 255
                            && !OWN_GROUP.matcher(t).matches()),
                "this cannot name a control group of one's own")));
  }

  List<Rejection> programs(String value, PathChecks paths) {
    return words(
        value,
        text ->
            PROGRAM.matcher(text).matches()
                ? names.expanding(paths::absolute).wrong(text.substring(text.indexOf(':') + 1))
                : Optional.of("this is written as TYPE:PATH, such as egress:/sys/fs/bpf/x"));
  }

  List<Rejection> filterPaths(String value, PathChecks paths) {
    return words(value, names.expanding(paths::absolute));
  }

  List<Rejection> nftSets(String value) {
    return quoted(
        value,
        names.expanding(
            TextCheck.that(
                t -> NFT_SET.matcher(t).matches(),
                "this is written as SOURCE:FAMILY:TABLE:SET, such as cgroup:inet:filter:x")));
  }
}
