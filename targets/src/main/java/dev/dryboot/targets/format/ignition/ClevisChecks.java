package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.targets.format.tree.Fields;
import java.util.List;
import java.util.Optional;

/** Checks how an encrypted volume is unlocked (ignition 2.26, clevis.go, custom.go, tang.go). */
final class ClevisChecks {
  private ClevisChecks() {}

  static void check(Fields luks, Findings findings) {
    Fields clevis = luks.child("clevis");
    Fields custom = clevis.child("custom");
    boolean customUsed =
        !custom.plain("pin").orElse("").isEmpty()
            || !custom.plain("config").orElse("").isEmpty()
            || custom.truth("needsNetwork").isPresent();
    boolean others =
        !clevis.children("tang").isEmpty()
            || clevis.is("tpm2")
            || clevis.numberOr("threshold", 0) != 0;
    if (customUsed && others) {
      findings.error(
          IgnitionRules.LUKS,
          custom.at(),
          "a custom pin stands alone",
          "take tang, tpm2 and threshold away, or the custom pin");
    }
    if (customUsed) {
      pin(custom, findings);
    }
    clevis.children("tang").forEach(t -> tang(t, findings));
    cex(luks, findings);
  }

  private static void pin(Fields custom, Findings findings) {
    String pin = custom.plain("pin").orElse("");
    if (pin.isEmpty()) {
      findings.error(
          IgnitionRules.LUKS, custom.at(), "the custom pin has no pin", "name it, as tpm2");
    } else if (findings.minor() < 6 && !List.of("tpm2", "tang", "sss").contains(pin)) {
      findings.error(
          IgnitionRules.LUKS,
          custom.at(),
          "before 3.6.0 a custom pin is tpm2, tang or sss",
          "raise ignition.version to 3.6.0, or use one of these");
    }
    if (custom.plain("config").orElse("").isEmpty()) {
      findings.error(
          IgnitionRules.LUKS, custom.at(), "the custom pin has no config", "add its config");
    }
  }

  private static void tang(Fields tang, Findings findings) {
    Optional<Located<String>> url = tang.text("url");
    String scheme = url.map(u -> ResourceChecks.scheme(u.value())).orElse("");
    if (!scheme.equals("http") && !scheme.equals("https")
        || !GoUrl.parses(url.map(Located::value).orElse(""))) {
      findings.error(
          IgnitionRules.LUKS,
          url.map(Located::at).orElse(tang.at()),
          "a tang server is reached by http or https",
          "write its URL");
    }
    if (tang.plain("thumbprint").orElse("").isEmpty()) {
      findings.error(
          IgnitionRules.LUKS,
          tang.at(),
          "the tang server has no thumbprint",
          "add what tang-show-keys prints on it");
    }
  }

  private static void cex(Fields luks, Findings findings) {
    if (findings.minor() < 5 || !luks.child("cex").is("enabled")) {
      return;
    }
    if (luks.has("keyFile") || luks.has("clevis")) {
      findings.error(
          IgnitionRules.LUKS,
          luks.child("cex").at(),
          "a volume under a Crypto Express card has neither key file nor clevis",
          "take them away");
    }
  }
}
