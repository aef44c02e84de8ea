package dev.dryboot.cli;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file given to a command turns out to be. */
sealed interface Input {
  /** How a network-config begins, behind its comments. */
  Pattern NETWORK = Pattern.compile("(network:\\s*\n\\s+)?version:\\s*[12]\\s");

  /** A file of the language. */
  record Boot(SourceText text) implements Input {}

  /** A hand-written Ignition document. */
  record Ignition(SourceText text) implements Input {}

  /**
   * Hand-written user-data for cloud-init, or RancherOS's cloud-config.
   *
   * @param network the network-config beside it, if there is one
   */
  record CloudConfig(SourceText text, Optional<SourceText> network) implements Input {
    private static final Pattern RANCHER = Pattern.compile("(?m)^rancher\\s*:");

    /** Only RancherOS has the key {@code rancher}. */
    boolean isForRancherOs() {
      return RANCHER.matcher(text.text()).find();
    }
  }

  /** A hand-written network-config, which belongs to user-data. */
  record NetworkConfig(SourceText text) implements Input {}

  /** A folder of systemd units. */
  record UnitFolder(String name, Path path) implements Input {}

  /** How the kinds of user-data begin that cloud-init knows. */
  List<String> USER_DATA =
      List.of(
          "#cloud-config",
          "#cloud-boothook",
          "#include",
          "#part-handler",
          "#!",
          "## template:",
          "Content-Type: multipart",
          "MIME-Version:");

  /**
   * Looks at {@code name} to find out.
   *
   * @param os the system that it is said to be for
   */
  static Outcome<Input> of(ProjectFiles files, Path directory, String name, Optional<String> os) {
    Path path = directory.resolve(name);
    if (Files.isRegularFile(path.resolve("user-data"))) {
      return seed(files, path, name.replaceFirst("/+$", ""));
    }
    if (Files.isDirectory(path)) {
      return Outcome.of(new UnitFolder(name, path));
    }
    return files.open(name).then(text -> byContent(name, text, isUserData(os)));
  }

  /** The folder of a NoCloud datasource: user-data, and perhaps a network-config beside it. */
  private static Outcome<Input> seed(ProjectFiles files, Path folder, String name) {
    Outcome<SourceText> userData = files.open(name + "/user-data");
    if (!Files.isRegularFile(folder.resolve("network-config"))) {
      return userData.then(text -> Outcome.of(new CloudConfig(text, Optional.empty())));
    }
    Outcome<SourceText> network = files.open(name + "/network-config");
    return userData.then(
        text -> network.then(n -> Outcome.of(new CloudConfig(text, Optional.of(n)))));
  }

  private static boolean isNetworkConfig(String name, String begin) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.matches("network-config(\\.ya?ml)?")
        || NETWORK.matcher(withoutComments(begin)).lookingAt();
  }

  private static String withoutComments(String text) {
    int at = 0;
    while (at < text.length()
        && (text.charAt(at) == '#' || Character.isWhitespace(text.charAt(at)))) {
      int end = text.indexOf('\n', at);
      at = text.charAt(at) != '#' ? at + 1 : end < 0 ? text.length() : end;
    }
    return text.substring(at);
  }

  /**
   * Whether the provisioner of {@code os} takes any text, and tells by its first line what it is.
   */
  private static boolean isUserData(Optional<String> os) {
    return os.flatMap(Wiring::system)
        .filter(system -> system.provisioner() != BaseImage.Provisioner.IGNITION)
        .isPresent();
  }

  private static Outcome<Input> byContent(String name, SourceText text, boolean userData) {
    String begin = text.text().stripLeading();
    if (name.endsWith(".boot")) {
      return Outcome.of(new Boot(text));
    }
    if (USER_DATA.stream().anyMatch(begin::startsWith)) {
      return Outcome.of(new CloudConfig(text, Optional.empty()));
    }
    if (isNetworkConfig(name, begin)) {
      return Outcome.of(new NetworkConfig(text));
    }
    if (userData) {
      return Outcome.of(new CloudConfig(text, Optional.empty()));
    }
    Optional<OtherForm> other =
        begin.startsWith("{") ? Optional.empty() : OtherForm.of(text.text());
    if (other.isEmpty() && (begin.startsWith("{") || name.matches(".*\\.(ign|json)"))) {
      return Outcome.of(new Ignition(text));
    }
    return Outcome.failed(
        Report.of(
            Diagnostic.error(
                    CommandRules.UNKNOWN_FORM,
                    text.span(0, 0),
                    name
                        + other
                            .map(o -> " " + o.what() + ", which Dryboot does not read")
                            .orElse(" is nothing that Dryboot reads"))
                .help(
                    other
                        .map(OtherForm::help)
                        .orElse(
                            "give a .boot file, an Ignition document (JSON), a cloud-config (its"
                                + " first line is #cloud-config) and its network-config, or a"
                                + " folder of systemd units"))));
  }
}
