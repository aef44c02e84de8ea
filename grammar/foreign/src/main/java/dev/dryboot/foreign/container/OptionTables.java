package dev.dryboot.foreign.container;

/**
 * The options of the commands of Docker 28 and Podman 5, taken together: none of the names needs a
 * value in one and none in the other.
 */
final class OptionTables {
  private OptionTables() {}

  static final OptionTable GLOBAL =
      OptionTable.of(
          """
          config context/c host/H log-level/l tlscacert tlscert tlskey root runroot connection url\
           identity cgroup-manager conmon events-backend hooks-dir imagestore module namespace\
           network-cmd-path network-config-dir out runtime runtime-flag ssh storage-driver\
           storage-opt tmpdir volumepath address/a cni-netconfpath cni-path snapshotter data-root""",
          "debug/D tls tlsverify version/v remote/r noout syslog trace transient-store",
          false);

  private static final String RUN_VALUED =
      """
      add-host annotation arch attach/a authfile blkio-weight blkio-weight-device cap-add cap-drop\
       cert-dir cgroup-conf cgroup-parent cgroupns cgroups chrootdirs cidfile conmon-pidfile\
       cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares/c cpus\
       cpuset-cpus cpuset-mems creds decryption-key detach-keys device device-cgroup-rule\
       device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option\
       dns-search domainname entrypoint env/e env-file env-merge expose gidmap gpus group-add\
       group-entry health-cmd health-interval health-log-destination health-max-log-count\
       health-max-log-size health-on-failure health-retries health-start-interval\
       health-start-period health-startup-cmd health-startup-interval health-startup-retries\
       health-startup-success health-startup-timeout health-timeout hostname/h hosts-file\
       hostuser image-volume init-ctr init-path intel-rdt-closid io-maxbandwidth io-maxiops ip ip6\
       ipc isolation kernel-memory label/l label-file link link-local-ip log-driver log-opt\
       mac-address memory/m memory-reservation memory-swap memory-swappiness mount name net\
       net-alias network network-alias oom-score-adj os passwd-entry personality pid pidfile\
       pids-limit platform pod pod-id-file preserve-fd preserve-fds publish/p pull rdt-class requires\
       restart retry retry-delay runtime runtime-opt sdnotify seccomp-policy secret security-opt\
       shm-size shm-size-systemd signature-policy stop-signal stop-timeout storage-opt subgidname\
       subuidname sysctl systemd timeout tmpfs tz uidmap ulimit umask unsetenv user/u userns uts\
       variant volume/v volume-driver volumes-from workdir/w""";

  private static final String RUN_FLAGS =
      """
      detach/d disable-content-trust env-host http-proxy init interactive/i no-healthcheck\
       no-hostname no-hosts oom-kill-disable passwd privileged publish-all/P quiet/q read-only\
       read-only-tmpfs replace rm rmi rootfs sig-proxy tls-verify tty/t unsetenv-all\
       use-api-socket""";

  /** {@code run} and {@code create}: what follows the image belongs to the container. */
  static final OptionTable RUN = OptionTable.of(RUN_VALUED, RUN_FLAGS, false);

  static final OptionTable EXEC =
      OptionTable.of(
          "detach-keys env/e env-file preserve-fd preserve-fds user/u workdir/w cidfile",
          "detach/d interactive/i latest/l privileged tty/t no-session",
          false);

  private static final OptionTable START =
      OptionTable.of(
          "checkpoint checkpoint-dir detach-keys filter/f",
          "all attach/a interactive/i latest/l sig-proxy");
  private static final OptionTable STOP =
      OptionTable.of("time/t timeout signal/s cidfile filter/f", "all/a ignore/i latest/l running");
  private static final OptionTable KILL =
      OptionTable.of("signal/s cidfile", "all/a latest/l ignore/i");
  private static final OptionTable RM =
      OptionTable.of(
          "cidfile filter time/t", "force/f volumes/v link/l all/a depend ignore/i latest");
  private static final OptionTable PULL =
      OptionTable.of(
          """
          platform arch authfile cert-dir creds os variant retry retry-delay decryption-key policy\
           signature-policy""",
          "all-tags/a quiet/q disable-content-trust tls-verify");
  private static final OptionTable LOGS =
      OptionTable.of("since tail/n until", "details follow/f timestamps/t names latest/l color");
  private static final OptionTable WAIT =
      OptionTable.of("condition interval/i cidfile", "ignore latest/l exit-first-match");
  private static final OptionTable BUILD =
      OptionTable.of(
          """
          add-host build-arg build-context cache-from cache-to cgroup-parent cpu-period cpu-quota\
           cpuset-cpus cpuset-mems file/f iidfile isolation label memory/m memory-swap network\
           output/o platform progress secret security-opt shm-size ssh tag/t target ulimit volume/v\
           annotation arch authfile creds cap-add cap-drop device dns env from format os jobs\
           layer-label logfile runtime userns variant build-arg-file cache-ttl cert-dir cgroupns cpp-flag\
           cpu-shares/c cw decryption-key dns-option dns-search group-add hooks-dir ignorefile ipc\
           manifest os-feature os-version pid retry retry-delay runtime-flag sbom sbom-output sign-by\
           timestamp unsetenv unsetlabel uts""",
          """
          force-rm load no-cache pull push quiet/q rm squash tls-verify layers all-platforms compress\
           compat-volumes disable-compression/D disable-content-trust http-proxy identity-label\
           logsplit no-hostname no-hosts omit-history skip-unused-stages squash-all stdin""");
  private static final OptionTable CREATE_OBJECT =
      OptionTable.of(
          """
          driver/d opt/o label/l name subnet gateway ip-range aux-address ipam-driver ipam-opt scope\
           interface-name route dns template-driver availability group mode sharing topology-preferred\
           type limit-bytes required-bytes secret topology-required share infra-image infra-name\
           infra-command hostname network publish/p pod-id-file restart volume/v add-host userns\
           cgroup-parent cpus memory/m network-alias dns-search dns-option infra-conmon-pidfile\
           exit-policy ip mac-address env""",
          """
          attachable internal ipv6 ipv4 ingress config-only disable-dns ignore infra replace\
           no-hosts""");
  private static final OptionTable REMOVE_OBJECT =
      OptionTable.of("filter time/t", "force/f all/a volumes ignore/i no-prune latest/l");
  private static final OptionTable PLAY =
      OptionTable.of(
          """
          annotation authfile build-arg cert-dir configmap context-dir creds ip log-driver log-opt\
           mac-address network publish seccomp-profile-root signature-policy userns""",
          """
          build down force no-hosts no-pod-prefix quiet/q replace service-container start tls-verify\
           wait/w publish-all no-trunc""");
  private static final OptionTable LIST =
      OptionTable.of(
          "filter/f format last/n sort type/t watch/w",
          "all/a no-trunc quiet/q size/s latest/l external namespace noheading pod sync");
  static final OptionTable COMPOSE =
      OptionTable.of(
          "file/f project-name/p project-directory profile env-file ansi parallel progress host/H",
          "compatibility dry-run all-resources verbose version/v",
          false);
  static final OptionTable COMPOSE_VERB =
      OptionTable.of(
          """
          timeout/t scale pull wait-timeout exit-code-from attach no-attach signal/s rmi env/e user/u\
           workdir/w name publish/p volume/v label/l entrypoint index tail/n since until""",
          """
          detach/d build force-recreate no-recreate remove-orphans abort-on-container-exit wait\
           quiet-pull no-deps no-build no-start renew-anon-volumes/V always-recreate-deps menu\
           no-color no-log-prefix timestamps force/f stop volumes quiet/q rm follow interactive/i\
           no-tty/T service-ports use-aliases all/a abort-on-container-failure""");

  /** The options of {@code verb}; those of a listing for verbs that have no table. */
  static OptionTable of(String verb) {
    return switch (verb) {
      case "run", "create" -> RUN;
      case "exec" -> EXEC;
      case "start" -> START;
      case "stop", "restart" -> STOP;
      case "kill" -> KILL;
      case "rm" -> RM;
      case "pull", "push" -> PULL;
      case "logs" -> LOGS;
      case "wait" -> WAIT;
      case "build" -> BUILD;
      case "volume create", "network create", "pod create", "secret create" -> CREATE_OBJECT;
      case "volume rm", "network rm", "pod rm", "rmi", "pod stop" -> REMOVE_OBJECT;
      case "kube play", "kube down", "play kube" -> PLAY;
      default -> LIST;
    };
  }
}
