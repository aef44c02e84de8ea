package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.DataUrl;
import dev.dryboot.targets.format.tree.Fields;
import java.util.List;
import java.util.Optional;

/** Checks URLs, hashes and headers (ignition 2.26, config/v3_N/types/resource.go, url.go). */
final class ResourceChecks {
  private static final List<String> SCHEMES =
      List.of("http", "https", "tftp", "s3", "gs", "arn", "data");

  private ResourceChecks() {}

  static void check(Fields resource, Findings findings) {
    Optional<Located<String>> source = resource.text("source");
    source.ifPresent(s -> url(s, findings));
    compression(resource, findings);
    source
        .filter(s -> resource.plain("compression").filter("gzip"::equals).isPresent())
        .ifPresent(s -> packed(s, findings));
    hash(resource, findings);
    headers(resource, findings);
  }

  private static void compression(Fields resource, Findings findings) {
    resource
        .text("compression")
        .filter(c -> !c.value().isEmpty() && !c.value().equals("gzip"))
        .ifPresent(
            c ->
                findings.error(
                    IgnitionRules.CONTENTS,
                    c.at(),
                    "%s is not a compression that Ignition knows".formatted(c.value()),
                    "leave it out, or write \"gzip\""));
  }

  /** Contents that are here already are unpacked, to see whether Ignition can. */
  private static void packed(Located<String> source, Findings findings) {
    if (scheme(source.value()).equals("data")
        && DataUrl.decode(source.value()) instanceof DataUrl.Contents.Bytes(byte[] bytes)
        && DataUrl.gunzip(bytes) instanceof DataUrl.Contents.Refused(String why)) {
      findings.error(
          IgnitionRules.CONTENTS,
          source.at(),
          "the contents cannot be unpacked: " + why,
          "pack them with gzip, or take compression away");
    }
  }

  private static void hash(Fields resource, Findings findings) {
    Optional<Located<String>> hash = resource.child("verification").text("hash");
    if (hash.isEmpty()) {
      return;
    }
    if (!resource.has("source")) {
      findings.error(
          IgnitionRules.HASH,
          hash.get().at(),
          "a hash without a source has nothing to verify",
          "add a source, or take the verification away");
    }
    String written = hash.get().value();
    int dash = written.indexOf('-');
    String function = dash < 0 ? "" : written.substring(0, dash);
    int digits = function.equals("sha512") ? 128 : function.equals("sha256") ? 64 : 0;
    boolean known = digits == 128 || digits == 64 && findings.minor() >= 1;
    if (dash < 0 || !known) {
      findings.error(
          IgnitionRules.HASH,
          hash.get().at(),
          "the hash does not begin with the name of a function",
          "write sha512-" + (findings.minor() >= 1 ? " or sha256-" : "") + " before the digits");
    } else if (written.length() - dash - 1 != digits) {
      findings.error(
          IgnitionRules.HASH,
          hash.get().at(),
          "%s has %d hexadecimal digits; here are %d characters"
              .formatted(function, digits, written.length() - dash - 1),
          "copy the whole sum, as %ssum prints it".formatted(function));
    }
  }

  private static void headers(Fields resource, Findings findings) {
    List<Fields> headers = resource.children("httpHeaders");
    if (headers.isEmpty() || findings.minor() < 1) {
      return;
    }
    DuplicateChecks.keyed(resource, "httpHeaders", "name", findings);
    String scheme = resource.plain("source").map(ResourceChecks::scheme).orElse("");
    if (!scheme.equals("http") && !scheme.equals("https")) {
      findings.error(
          IgnitionRules.URL,
          resource.get("httpHeaders").map(h -> h.span()).orElse(resource.at()),
          "only http and https URLs have headers",
          "take httpHeaders away");
    }
    for (Fields header : headers) {
      if (header.plain("name").orElse("").isEmpty()) {
        findings.error(
            IgnitionRules.URL, header.at(), "a header has no name", "give the header a name");
      } else if (header.text("value").filter(v -> v.value().isEmpty()).isPresent()) {
        findings.error(
            IgnitionRules.URL,
            header.at(),
            "the header %s has an empty value".formatted(header.plain("name").orElse("")),
            "take the value away to drop an inherited header, or fill it in");
      }
    }
  }

  /** A URL of a resource; empty text is no URL and no mistake. */
  static void url(Located<String> url, Findings findings) {
    String written = url.value();
    if (written.isEmpty()) {
      return;
    }
    String scheme = scheme(written);
    boolean known =
        SCHEMES.contains(scheme)
            && !(scheme.equals("gs") && findings.minor() < 1)
            && !(scheme.equals("arn") && findings.minor() < 4);
    if (!GoUrl.parses(written)) {
      findings.error(
          IgnitionRules.URL, url.at(), "this is not a URL", "check blanks and % escapes in it");
    } else if (!known) {
      findings.error(
          IgnitionRules.URL,
          url.at(),
          scheme.isEmpty()
              ? "the URL has no scheme"
              : "Ignition %s cannot fetch from %s: URLs".formatted("3." + findings.minor(), scheme),
          "use http, https, tftp, s3, gs or data");
    } else if (scheme.equals("data")
        && DataUrl.decode(written) instanceof DataUrl.Contents.Refused(String why)) {
      findings.error(
          IgnitionRules.URL, url.at(), "the data URL cannot be read: " + why, "encode it anew");
    } else if (scheme.equals("s3") && written.matches(".*[?&]versionId=?(&.*)?")) {
      findings.error(
          IgnitionRules.URL,
          url.at(),
          "versionId is empty",
          "name the object's version, or take versionId away");
    }
  }

  static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon > 0 && url.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")
        ? url.substring(0, colon).toLowerCase(java.util.Locale.ROOT)
        : "";
  }

  static void proxies(Fields proxy, Findings findings) {
    for (String key : List.of("httpProxy", "httpsProxy")) {
      Optional<Located<String>> url = proxy.text(key);
      if (url.isEmpty()) {
        continue;
      }
      String scheme = scheme(url.get().value());
      if (!GoUrl.parses(url.get().value()) || !scheme.equals("http") && !scheme.equals("https")) {
        findings.error(
            IgnitionRules.URL,
            url.get().at(),
            "a proxy is reached by http or https",
            "write the proxy as http://host:port");
      }
    }
  }
}
