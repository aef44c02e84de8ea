package dev.dryboot.foreign.config;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file systems of {@code /etc/fstab} (fstab(5), systemd-fstab-generator(8)).
 *
 * @param entries in the order of the file
 * @param faults lines that say too little
 */
public record Fstab(List<Entry> entries, List<LineFault> faults) {

  /**
   * A file system.
   *
   * @param source a device, {@code UUID=…}, {@code LABEL=…} or a remote name
   * @param target where it is mounted; {@code none} for swap
   * @param type {@code ext4}, {@code nfs}, {@code swap}, …
   * @param options in order; {@code defaults} left in
   * @param dump the fifth field
   * @param pass the sixth field: 0 for no check
   * @param span where the line stands
   */
  public record Entry(
      String source,
      String target,
      String type,
      List<String> options,
      int dump,
      int pass,
      Span span) {
    public Entry {
      options = List.copyOf(options);
    }

    /** Whether {@code option} is given, with or without a value. */
    public boolean has(String option) {
      return options.stream().anyMatch(o -> o.equals(option) || o.startsWith(option + "="));
    }

    /** All values of {@code option}, in order: {@code x-systemd.requires}, … */
    public List<String> values(String option) {
      return options.stream()
          .filter(o -> o.startsWith(option + "="))
          .map(o -> o.substring(option.length() + 1))
          .toList();
    }

    /** The value of {@code option} that counts. */
    public Optional<String> value(String option) {
      return values(option).stream().reduce((a, b) -> b);
    }

    public boolean isSwap() {
      return type.equals("swap");
    }

    /** Whether the network must be up for it (fstab_test_options, mount_is_network()). */
    public boolean isRemote() {
      return has("_netdev")
          || List.of(
                  "nfs",
                  "nfs4",
                  "cifs",
                  "smb3",
                  "smbfs",
                  "ceph",
                  "glusterfs",
                  "afs",
                  "9p",
                  "sshfs",
                  "fuse.sshfs",
                  "fuse.glusterfs",
                  "ncpfs",
                  "ncp",
                  "gfs",
                  "gfs2",
                  "pvfs2",
                  "orangefs",
                  "lustre",
                  "davfs")
              .contains(type);
    }

    /** Whether it is mounted at boot; the last of {@code auto} and {@code noauto} counts. */
    public boolean mountedAtBoot() {
      return options.lastIndexOf("noauto") <= options.lastIndexOf("auto");
    }

    /** Whether the boot goes on without it; the last of {@code nofail} and {@code fail} counts. */
    public boolean mayFail() {
      return options.lastIndexOf("nofail") > options.lastIndexOf("fail");
    }
  }

  public Fstab {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /** Reads a file. Never fails. */
  public static Fstab read(SourceText source) {
    List<Entry> entries = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (ConfigLine line : ConfigLine.of(source, "#")) {
      String[] fields = line.text().split("[ \t]+", -1);
      if (fields.length < 3) {
        faults.add(new LineFault(line.span(), "a line needs a source, a target and a type"));
        continue;
      }
      entries.add(
          new Entry(
              unescaped(fields[0]),
              unescaped(fields[1]),
              unescaped(fields[2]),
              fields.length > 3 ? options(unescaped(fields[3])) : List.of("defaults"),
              number(fields, 4),
              number(fields, 5),
              line.span()));
    }
    return new Fstab(entries, faults);
  }

  private static int number(String[] fields, int at) {
    return fields.length > at && fields[at].matches("[0-9]{1,4}")
        ? Integer.parseInt(fields[at])
        : 0;
  }

  /** Apart by commas, of which those in quotes and behind a backslash do not count. */
  private static List<String> options(String text) {
    List<String> options = new ArrayList<>();
    var option = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
        option.append(',');
        i++;
      } else if (c == ',' && !quoted) {
        options.add(option.toString());
        option.setLength(0);
      } else {
        quoted ^= c == '"';
        option.append(c);
      }
    }
    options.add(option.toString());
    return options.stream().filter(o -> !o.isEmpty()).toList();
  }

  /** Octal escapes, as {@code \040} for a blank. */
  private static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      boolean octal =
          i + 4 <= field.length() && field.substring(i, i + 4).matches("\\\\[0-3][0-7]{2}");
      text.append(octal ? (char) Integer.parseInt(field, i + 1, i + 4, 8) : field.charAt(i));
      i += octal ? 3 : 0;
    }
    return text.toString();
  }
}
