package dev.dryboot.language.settings;

/**
 * The words of containers and what belongs to them: the options of {@code docker run} (28), those
 * keys of quadlets that it has no word for, the daemon's keys; the notation is that of {@link
 * HostWords}.
 */
final class ContainerWords {
  private ContainerWords() {}

  /** What services and containers share besides systemd's words. */
  static final String UNIT =
      """
      enabled bool
      once bool
      timer [timer]!
      socket [socket]!
      systemd text+
      """;

  static final String SERVICE =
      """
      start (auto,delayed-auto,manual,disabled,boot,system)
      """;

  static final String CONTAINER =
      """
      image text
      engine engine
      supervisor (systemd,engine)
      command text+
      entrypoint text+
      publish port->port+
      volume volume|text->text+ [mount]
      network network+
      env key?=any+
      env-file text+
      label key?=any+
      label-file text+
      notify bool|(healthy)
      healthcheck [healthcheck]!
      replicas int
      scope (system,user)
      isolation (process,hyperv,default)
      restart (no,always,unless-stopped,on-failure,on-success,on-abnormal,on-abort,on-watchdog)
      """;

  static final String DOCKER_RUN =
      """
      add-host text+
      annotation key=any+
      blkio-weight int
      blkio-weight-device text+
      cap-add word+
      cap-drop word+
      cgroup-parent text
      cgroupns word
      cidfile text
      cpu-count int
      cpu-percent int
      cpu-period int
      cpu-quota int
      cpu-rt-period int
      cpu-rt-runtime int
      cpu-shares int
      cpus decimal
      cpuset-cpus any
      cpuset-mems any
      device text+
      device-cgroup-rule text+
      device-read-bps text+
      device-read-iops text+
      device-write-bps text+
      device-write-iops text+
      disable-content-trust bool
      dns address+
      dns-option any+
      dns-search any+
      domainname text
      expose port+
      gpus any
      group-add any+
      hostname text
      init bool
      io-maxbandwidth size
      io-maxiops int
      ip address
      ip6 address
      ipc text
      link any+
      link-local-ip address+
      log-driver word
      log-opt key=any+
      mac-address text
      memory size
      memory-reservation size
      memory-swap size|int
      memory-swappiness int
      mount text+
      name text
      network-alias any+
      no-healthcheck bool
      oom-kill-disable bool
      oom-score-adj int
      pid text
      pids-limit int
      platform text
      privileged bool
      pull (always,missing,never,newer)
      read-only bool
      runtime text
      security-opt any+
      shm-size size
      stop-signal any
      stop-timeout duration
      storage-opt any+
      sysctl key=any+
      tmpfs any+
      ulimit key=any+
      user any
      userns text
      uts word
      volume-driver word
      volumes-from any+
      workdir text
      """;

  static final String QUADLET =
      """
      auto-update (registry,local)
      global-args text+
      podman-args text+
      gid-map any+
      uid-map any+
      sub-gid-map text
      sub-uid-map text
      mask any+
      unmask any+
      pod any
      rootfs text
      run-init bool
      seccomp-profile text
      security-label-disable bool
      security-label-file-type text
      security-label-level text
      security-label-nested bool
      security-label-type text
      secret any+
      start-with-pod bool
      timezone text
      """;

  static final String HEALTHCHECK =
      """
      command text
      http text
      port int
      interval duration
      timeout duration
      start-period duration
      start-interval duration
      retries int
      """;

  static final String MOUNT =
      """
      options any+
      """;

  static final String NETWORK =
      """
      engine engine
      driver word
      subnet address+
      gateway address+
      ip-range any+
      internal bool
      attachable bool
      ipv6 bool
      option key=any+
      label key=any+
      """;

  static final String VOLUME =
      """
      engine engine
      driver word
      device text
      type word
      option key=any+
      label key=any+
      """;

  static final String ENGINE =
      """
      version text
      option key=any+
      authorization-plugins text+
      bip address
      bridge word
      cgroup-parent text
      containerd text
      containerd-namespace text
      data-root text
      debug bool
      default-cgroupns-mode word
      default-gateway address
      default-gateway-v6 address
      default-ipc-mode word
      default-runtime word
      default-shm-size size
      default-ulimits key=any+
      dns address+
      dns-opts any+
      dns-search any+
      exec-opts any+
      exec-root text
      experimental bool
      features key=any+
      fixed-cidr address
      fixed-cidr-v6 address
      group any
      hosts text+
      icc bool
      init bool
      init-path text
      insecure-registries text+
      ip address
      ip-forward bool
      ip-masq bool
      ip6tables bool
      iptables bool
      ipv6 bool
      label key=any+
      live-restore bool
      log-driver word
      log-level (debug,info,warn,error,fatal)
      log-opts key=any+
      max-concurrent-downloads int
      max-concurrent-uploads int
      max-download-attempts int
      metrics-addr text
      mtu int
      no-new-privileges bool
      pidfile text
      raw-logs bool
      registry-mirrors text+
      selinux-enabled bool
      shutdown-timeout int|duration
      storage-driver word
      storage-opts any+
      tls bool
      tlscacert text
      tlscert text
      tlskey text
      tlsverify bool
      userland-proxy bool
      userland-proxy-path text
      userns-remap text
      """;
}
