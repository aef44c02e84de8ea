package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether systemd takes what is to be mounted for a unit: bind mounts, images, their options
 * and policies (load-fragment.c, image-policy.c of systemd 257).
 *
 * @param names expands specifiers
 * @param paths checks paths
 */
record MountChecks(Expansion names, PathChecks paths) {
  private static final Set<String> PARTITIONS =
      Set.of(
          "root",
          "usr",
          "home",
          "srv",
          "esp",
          "xbootldr",
          "swap",
          "root-verity",
          "usr-verity",
          "root-verity-sig",
          "usr-verity-sig",
          "tmp",
          "var");
  private static final Set<String> POLICIES =
      Set.of(
          "verity",
          "signed",
          "encrypted",
          "unprotected",
          "unused",
          "absent",
          "open",
          "ignore",
          "read-only-on",
          "read-only-off",
          "growfs-on",
          "growfs-off");

  List<Rejection> bindPaths(String value) {
    return words(value, this::bind);
  }

  private List<Rejection> words(String value, TextCheck check) {
    return Shapes.words(value, Words.Style.QUOTED_RETAIN, Effect.WORD_IGNORED, check);
  }

  private Optional<String> absolute(String path) {
    return names.expanding(paths::absolute).wrong(path);
  }

  private static String withoutDash(String text) {
    return text.startsWith("-") ? text.substring(1) : text;
  }

  private Optional<String> bind(String text) {
    List<String> parts = Tuple.split(withoutDash(text));
    Optional<String> wrong = absolute(parts.getFirst());
    if (wrong.isEmpty() && parts.size() > 1) {
      wrong = absolute(parts.get(1));
    }
    if (wrong.isPresent()) {
      return wrong;
    }
    boolean plain =
        parts.size() < 3 || (parts.size() == 3 && parts.get(2).matches("rbind|norbind|"));
    return plain ? Optional.empty() : Optional.of("rbind and norbind are the only options");
  }

  List<Rejection> temporary(String value) {
    return words(value, text -> absolute(Tuple.split(text).getFirst()));
  }

  /** {@code SOURCE:TARGET[:OPTIONS]}, the target only where {@code placed}. */
  List<Rejection> images(String value, boolean placed) {
    return words(
        value,
        text -> {
          List<String> parts = Tuple.split(withoutDash(text));
          int paths = placed ? 2 : 1;
          if (parts.size() < paths) {
            return Optional.of("the place of the mount is missing");
          }
          for (String path : parts.subList(0, paths)) {
            Optional<String> wrong = absolute(path);
            if (wrong.isPresent()) {
              return wrong;
            }
          }
          return pairs(parts.subList(paths, parts.size()));
        });
  }

  /** Options for the root, or partitions each with its options. */
  private static Optional<String> pairs(List<String> parts) {
    for (int i = 0; parts.size() > 1 && i < parts.size(); i += 2) {
      if (!PARTITIONS.contains(parts.get(i))) {
        return Optional.of("there is no partition called " + parts.get(i));
      }
    }
    return Optional.empty();
  }

  List<Rejection> rootOptions(String value) {
    return words(
        value,
        text -> {
          List<String> parts = Tuple.split(text);
          if (parts.size() > 2) {
            return Optional.of("this is written as PARTITION:OPTIONS");
          }
          return parts.size() < 2 || parts.getFirst().isEmpty() ? Optional.empty() : pairs(parts);
        });
  }

  /** An image policy, for which systemd gives the unit up where it cannot be read. */
  List<Rejection> policy(String value) {
    return Shapes.whole(value, Effect.UNIT_REFUSED, names.expanding(MountChecks::policyRules));
  }

  private static Optional<String> policyRules(String text) {
    if (Set.of("*", "-", "~").contains(text)) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    for (String rule : text.split(":", -1)) {
      int equals = rule.indexOf('=');
      if (equals < 0) {
        return Optional.of("a rule of an image policy is written as PARTITION=POLICY");
      }
      String partition = rule.substring(0, equals).strip();
      if (!partition.isEmpty() && !PARTITIONS.contains(partition)) {
        return Optional.of("there is no partition called " + partition);
      }
      if (!seen.add(partition)) {
        return Optional.of("there are two rules for one partition");
      }
      for (String flag : rule.substring(equals + 1).split("\\+", -1)) {
        if (!flag.isBlank() && !POLICIES.contains(flag.strip())) {
          return Optional.of("there is no policy called " + flag.strip());
        }
      }
    }
    return Optional.empty();
  }

  /** A hash in hexadecimal digits of 16 bytes at least, or the path of a file that holds it. */
  List<Rejection> rootHash(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text ->
            text.startsWith("/")
                ? names.expanding().wrong(text)
                : TextCheck.that(
                        t -> t.toLowerCase(Locale.ROOT).matches("([0-9a-f]{2}){16,}"),
                        "an absolute path or 32 or more hexadecimal digits are expected here")
                    .wrong(text));
  }

  List<Rejection> rootHashSignature(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text ->
            text.startsWith("base64:")
                ? DataChecks.base64(text.substring(7))
                : names
                    .expanding(
                        TextCheck.that(
                            t -> t.startsWith("/"), "base64: or an absolute path is expected here"))
                    .wrong(text));
  }
}
