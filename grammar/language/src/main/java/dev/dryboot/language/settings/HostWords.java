package dev.dryboot.language.settings;

/**
 * The words of hosts, people, files and the rest that is neither storage nor a unit. Each line is a
 * word and its values: types joined by {@code |}, {@code k=} before a type for a key that the
 * writer chooses, {@code ->} between two; {@code +} for what adds up, {@code [block]} for braces
 * ({@code [block]!} where they must be there).
 */
final class HostWords {
  private HostWords() {}

  static final String HOST =
      """
      targets word+
      platform word
      architecture word
      console word
      hostname text
      timezone text
      locale text
      keymap text
      ntp any+
      dns address+
      domains text+
      packages text+
      modules word+
      sysctl key=any+
      environment key=any+
      certificate-authorities text+
      file text+ [file]
      directory text+ [directory]
      tree text+ [tree]
      link text->text+ [link]
      boot-device [boot-device]!
      kernel-arguments [kernel-arguments]!
      proxy [proxy]!
      interface word+ [interface]
      firewall [firewall]!
      engine word+ [engine]
      registry text+ [registry]
      unit word+ [unit]
      quadlet word+ [quadlet]
      repository word+ [repository]
      snap word+ [snap]
      extension word+ [extension]
      updates [updates]!
      """;

  static final String SECRET =
      """
      env text
      file text
      path text
      machine text
      """;

  static final String FLEET =
      """
      max-unavailable int|percent
      """;

  static final String SCENARIO =
      """
      pull-bandwidth rate
      seed int
      runs int
      """;

  static final String USER =
      """
      uid int
      groups group+
      primary-group group
      ssh-authorized-keys text+
      ssh-import-id text+
      password-hash text
      shell text
      home-dir text
      gecos text
      sudo text
      no-create-home bool
      lock-passwd bool
      system bool
      """;

  static final String GROUP =
      """
      gid int
      system bool
      password-hash text
      """;

  static final String FILE =
      """
      contents text
      append text+
      mode mode
      user user
      group group
      overwrite bool
      encoding text
      sha256 text
      """;

  static final String DIRECTORY =
      """
      mode mode
      user user
      group group
      overwrite bool
      """;

  static final String TREE =
      """
      contents text
      file-mode mode
      dir-mode mode
      user user
      group group
      overwrite bool
      """;

  static final String LINK =
      """
      hard bool
      user user
      group group
      overwrite bool
      """;

  static final String KERNEL_ARGUMENTS =
      """
      should-exist text+
      should-not-exist text+
      """;

  static final String PROXY =
      """
      http-proxy text
      https-proxy text
      no-proxy text+
      """;

  static final String INTERFACE =
      """
      address address+
      gateway address+
      dhcp bool|(ipv4,ipv6)
      dns address+
      domains text+
      ntp any+
      mtu-bytes int
      mac-address text
      link-local-addressing bool|(ipv4,ipv6)
      ipv6-accept-ra bool
      ip-forward bool|(ipv4,ipv6)
      ipv4-forwarding bool
      ipv6-forwarding bool
      ip-masquerade word
      required-for-online any
      vlan word+
      bridge word
      bond word
      vrf word
      multicast bool
      all-multicast bool
      arp bool
      lldp bool|(routers-only)
      emit-lldp any
      llmnr any
      multicast-dns any
      dns-over-tls any
      dnssec any
      dns-default-route bool
      configure-without-carrier bool
      ignore-carrier-loss any
      keep-configuration word
      activation-policy word
      unmanaged bool
      ipv6-privacy-extensions any
      dhcp-server bool
      default-route-on-device bool
      """;

  static final String FIREWALL =
      """
      default (allow,deny)
      open port+ [open]
      """;

  static final String OPEN =
      """
      source address+
      """;

  static final String REGISTRY =
      """
      username text
      password secret|text
      """;

  static final String REPOSITORY =
      """
      base-url text
      uri text
      source text
      name text
      suites text+
      components text+
      key text
      key-id text
      key-server text
      gpg-key text
      gpg-check bool
      enabled bool
      priority int
      metalink text
      mirror-list text
      """;

  static final String SNAP =
      """
      channel text
      classic bool
      devmode bool
      revision any
      """;

  static final String EXTENSION =
      """
      contents text
      sha256 text
      """;

  static final String UPDATES =
      """
      strategy (immediate,reboot,periodic,fleet-lock,off)
      group word
      server text
      lock-url text
      healthy unit+
      window [window]!+
      """;

  static final String WINDOW =
      """
      start text
      length duration
      """;

  static final String UNIT =
      """
      contents text
      enabled bool
      mask bool
      dropin text+ [dropin]!
      """;

  static final String DROPIN =
      """
      contents text
      """;
}
