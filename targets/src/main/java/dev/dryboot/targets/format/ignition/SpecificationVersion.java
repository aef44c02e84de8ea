package dev.dryboot.targets.format.ignition;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;

/** Reads which version of Ignition's specification a config follows. */
final class SpecificationVersion {
  /** The newest minor version that is read. */
  static final int NEWEST = 6;

  private static final String SUPPORTED = "Dryboot reads 3.0.0 to 3.%d.0".formatted(NEWEST);

  private SpecificationVersion() {}

  static Outcome<Integer> minor(Node.Mapping root) {
    Fields ignition = Fields.of(root).child("ignition");
    if (!ignition.has("version")) {
      return refused(
          root.entry("ignition").map(e -> e.key().span()).orElse(root.span()),
          "the config does not say which version of the specification it follows",
          "add \"ignition\": {\"version\": \"3.4.0\"}");
    }
    Node version = ignition.get("version").get();
    if (!(version instanceof Node.Text text)) {
      return refused(
          version.span(), "ignition.version takes text, not " + version.kind(), SUPPORTED);
    }
    String written = text.text();
    if (!written.matches("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}([-+][0-9A-Za-z.+-]+)?")) {
      return refused(text.span(), "%s is not a version".formatted(written), "write it as 3.4.0");
    }
    String[] parts = written.split("[.+-]", -1);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    boolean plain = parts.length == 3 && Integer.parseInt(parts[2]) == 0;
    if (major == 3 && minor <= NEWEST && plain) {
      return Outcome.of(minor);
    }
    return refused(text.span(), reason(written, major, minor), help(major));
  }

  private static String reason(String written, int major, int minor) {
    if (major == 1 || major == 2) {
      return "this is a config of Ignition's specification %s, of Container Linux's time; it is not supported yet"
          .formatted(written);
    }
    if (major > 3 || major == 3 && minor > NEWEST) {
      return "version %s is from the future: %s".formatted(written, SUPPORTED);
    }
    return "there is no version %s of the specification".formatted(written);
  }

  private static String help(int major) {
    return major == 1 || major == 2
        ? "translate it to 3.x, or boot it when support has come"
        : SUPPORTED;
  }

  private static Outcome<Integer> refused(Span at, String message, String help) {
    return Outcome.failed(
        Report.of(
            Diagnostic.error(IgnitionRules.VERSION, at, message)
                .why("an Ignition that does not know the version refuses the config")
                .help(help)));
  }
}
