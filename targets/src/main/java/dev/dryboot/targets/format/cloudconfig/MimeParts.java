package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a MIME multipart message apart (RFC 2046). */
final class MimeParts {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))", Pattern.CASE_INSENSITIVE);

  private MimeParts() {}

  static boolean isMime(String text) {
    String start = text.substring(0, Math.min(text.length(), 2000)).toLowerCase(Locale.ROOT);
    return start.startsWith("content-type: multipart")
        || start.startsWith("mime-version:") && start.contains("content-type: multipart");
  }

  /** The parts' contents, decoded; their places lead into the message. */
  static List<SourceText> of(SourceText message) {
    List<SourceText> parts = new ArrayList<>();
    String all = message.text();
    Matcher boundary = BOUNDARY.matcher(all);
    if (!boundary.find()) {
      return parts;
    }
    String line = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    int from = all.indexOf(line, boundary.end());
    while (from >= 0 && !all.startsWith(line + "--", from)) {
      int next = all.indexOf("\n" + line, from + line.length());
      int end = next < 0 ? all.length() : next;
      part(message, Math.min(from + line.length(), end), end, parts);
      from = next < 0 ? -1 : next + 1;
    }
    return parts;
  }

  private static void part(SourceText message, int from, int end, List<SourceText> parts) {
    String all = message.text().substring(from, end);
    String normal = all.replace("\r\n", "\n");
    int blank = normal.indexOf("\n\n");
    if (blank < 0) {
      return;
    }
    String head = normal.substring(0, blank).toLowerCase(Locale.ROOT);
    String body = normal.substring(blank + 2);
    int bodyAt = Math.max(all.indexOf("\n\n") + 2, all.indexOf("\r\n\r\n") + 4);
    Span place = message.span(Math.min(from + bodyAt, end), end);
    String decoded = head.contains("content-transfer-encoding: base64") ? base64(body) : body;
    if (head.contains("multipart/")) {
      return;
    }
    parts.add(SourceText.decoded(message.name() + " (part)", place, decoded));
  }

  private static String base64(String body) {
    try {
      return new String(Base64.getMimeDecoder().decode(body.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return body;
    }
  }
}
