package dev.dryboot.language.settings;

/** The words of storage, as Butane has them; the notation is that of {@link HostWords}. */
final class StorageWords {
  private StorageWords() {}

  static final String DISK =
      """
      device device
      wipe-table bool
      table-type (gpt,mbr,dasd)
      """;

  static final String PARTITION =
      """
      size size|percent|(rest)
      start size
      number int
      type text
      label text
      guid text
      type-guid text
      resize bool
      wipe-partition-entry bool
      """;

  static final String RAID =
      """
      level word
      devices device+
      spares int
      options text+
      """;

  static final String LUKS =
      """
      device device
      key secret|text
      label text
      uuid text
      tpm2 bool
      discard bool
      wipe-volume bool
      open-options text+
      options text+
      tang text+ [tang]
      threshold int
      """;

  static final String BOOT_LUKS =
      """
      device device
      key secret|text
      tpm2 bool
      discard bool
      tang text+ [tang]
      threshold int
      """;

  static final String TANG =
      """
      thumbprint text
      advertisement text
      """;

  static final String FILESYSTEM =
      """
      device device
      format word
      path text
      label text
      uuid text
      options text+
      mount-options key?=any+
      wipe-filesystem bool
      with-mount-unit bool
      """;

  static final String SWAP =
      """
      device device
      path text
      size size
      label text
      options text+
      mount-options key?=any+
      wipe-filesystem bool
      """;

  static final String BOOT_DEVICE =
      """
      layout word
      mirror [mirror]!
      luks [boot-luks]!
      """;

  static final String MIRROR =
      """
      devices text+
      """;
}
