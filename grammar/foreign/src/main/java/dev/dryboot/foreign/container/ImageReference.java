package dev.dryboot.foreign.container;

import dev.dryboot.foreign.value.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image, normalised as Docker does: {@code nginx} is {@code
 * docker.io/library/nginx}.
 *
 * @param domain the registry, with its port
 * @param path the repository in it
 * @param tag as written
 * @param digest as written: {@code sha256:…}
 */
public record ImageReference(
    String domain, String path, Optional<String> tag, Optional<String> digest) {
  private static final Pattern PATH =
      Pattern.compile(
          "[a-z0-9]+((\\.|_{1,2}|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_{1,2}|-+)[a-z0-9]+)*)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");
  private static final Pattern DOMAIN =
      Pattern.compile("(\\[[0-9a-fA-F:]+\\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]+)?");

  /** How long domain and path are together at most (distribution/reference, NameTotalLengthMax). */
  private static final int LONGEST_NAME = 255;

  /** Reads a reference; transports such as {@code docker://} are taken off. */
  public static Reading<ImageReference> read(String text) {
    int skip = text.startsWith("docker://") ? 9 : 0;
    String rest = text.substring(skip);
    if (rest.isEmpty()) {
      return Reading.fault(skip, skip, "the name of an image is missing");
    }
    int at = rest.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
    String named = at < 0 ? rest : rest.substring(0, at);
    if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
      return Reading.fault(
          skip + at + 1, text.length(), "this is no digest, such as sha256: and 64 digits");
    }
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1));
    if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
      return Reading.fault(skip + colon + 1, skip + named.length(), "this is no tag");
    }
    return name(colon < 0 ? named : named.substring(0, colon), tag, digest).shifted(skip);
  }

  private static Reading<ImageReference> name(
      String name, Optional<String> tag, Optional<String> digest) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean domained =
        slash >= 0
            && (first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(java.util.Locale.ROOT)));
    String domain = domained ? first : "docker.io";
    String path = domained ? name.substring(slash + 1) : name;
    if (domain.equals("index.docker.io")) {
      domain = "docker.io";
    }
    if (!DOMAIN.matcher(domain).matches()) {
      return Reading.fault(0, first.length(), "this is no name of a registry");
    }
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Reading.fault(
          name.length() - path.length(),
          name.length(),
          "an image's name is made of lower-case letters, digits and single separators");
    }
    if (domain.length() + 1 + path.length() > LONGEST_NAME) {
      return Reading.fault(
          0, name.length(), "an image's name has at most %d characters".formatted(LONGEST_NAME));
    }
    boolean official = domain.equals("docker.io") && !path.contains("/");
    return Reading.of(new ImageReference(domain, official ? "library/" + path : path, tag, digest));
  }

  /** The tag that is pulled: {@code latest} where neither tag nor digest is written. */
  public String pulledTag() {
    return tag.orElse(digest.isPresent() ? "" : "latest");
  }

  /** Whether it may mean another image tomorrow. */
  public boolean isFloating() {
    return digest.isEmpty() && pulledTag().equals("latest");
  }

  /**
   * Whether what stands before the first slash counts as a registry only since it has a capital
   * letter: {@code Bitnami/redis} is pulled from a machine called Bitnami.
   */
  public boolean isRegistryByCapitals() {
    return !domain.contains(".") && !domain.contains(":") && !domain.equals("localhost");
  }

  /** The full name with tag and digest: {@code docker.io/library/nginx:latest}. */
  @Override
  public String toString() {
    String tagged = pulledTag().isEmpty() ? "" : ":" + pulledTag();
    return domain + "/" + path + tagged + digest.map(d -> "@" + d).orElse("");
  }
}
