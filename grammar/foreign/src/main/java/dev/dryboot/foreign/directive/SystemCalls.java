package dev.dryboot.foreign.directive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of system calls, of systemd's sets of them, and of errors, as Debian's systemd 252 and
 * 257 know them ({@code systemd-analyze syscall-filter}).
 */
final class SystemCalls {
  private static final SystemCalls KNOWN = load();

  private final Map<String, Integer> calls = new LinkedHashMap<>();
  private final Set<String> errors = new LinkedHashSet<>();

  private SystemCalls(String text) {
    int since = 0;
    for (String line : text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
      String[] words = line.strip().split(" ");
      switch (words[0]) {
        case "calls" -> since = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        case "errors" -> since = -1;
        default -> {
          for (String word : words) {
            if (since < 0) {
              errors.add(word);
            } else {
              calls.put(word, since);
            }
          }
        }
      }
    }
  }

  private static SystemCalls load() {
    try (InputStream text = SystemCalls.class.getResourceAsStream("system-calls.txt")) {
      if (text == null) {
        throw new IllegalStateException("system-calls.txt is not among the resources");
      }
      return new SystemCalls(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static SystemCalls known() {
    return KNOWN;
  }

  /** Whether {@code version} knows the call, or the set of calls. */
  boolean has(String name, SystemdVersion version) {
    Integer since = calls.get(name);
    return since != null && version.has(since);
  }

  boolean isError(String name) {
    return errors.contains(name.toUpperCase(Locale.ROOT));
  }

  List<String> names() {
    return List.copyOf(calls.keySet());
  }
}
