package dev.dryboot.targets.format.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a text that is not JSON, in the words of who writes one.
 *
 * @param help what to do; may be empty
 */
record JsonComplaint(String message, String help) {
  private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'.*");
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)' \\(code \\d+.*?\\)\\)(.*)");
  private static final Pattern ESCAPE =
      Pattern.compile("Unrecognized character escape '?(.)'? \\(.*");

  /** Says what the parser found, which tells it in its own terms. */
  static JsonComplaint of(JsonProcessingException e) {
    String said = e.getOriginalMessage().lines().findFirst().orElse("");
    Matcher token = TOKEN.matcher(said);
    if (token.matches()) {
      return new JsonComplaint(
          "this is not JSON: `%s` is no value".formatted(token.group(1)),
          "text stands in double quotes; Butane's YAML has to be translated to Ignition first");
    }
    Matcher character = CHARACTER.matcher(said);
    if (character.matches()) {
      return unexpected(character.group(1), character.group(2));
    }
    Matcher escape = ESCAPE.matcher(said);
    if (escape.matches()) {
      return new JsonComplaint(
          "this is not JSON: `\\%s` is no escape".formatted(escape.group(1)),
          "a backslash itself is written \\\\");
    }
    if (said.contains("CTRL-CHAR")) {
      return new JsonComplaint(
          "this is not JSON: a line break or another control character stands in a text",
          "close the quote before it, or write it as an escape such as \\n");
    }
    if (said.contains("Leading zeroes")) {
      return new JsonComplaint(
          "this is not JSON: a number does not begin with 0",
          "JSON has no octal numbers: mode 0644 is 420");
    }
    return new JsonComplaint("this is not JSON from here on", "");
  }

  private static JsonComplaint unexpected(String character, String expected) {
    String found = "this is not JSON: `%s` cannot stand here".formatted(character);
    if (expected.contains("comma to separate")) {
      return new JsonComplaint(
          "this is not JSON: a comma is missing before `%s`".formatted(character), "");
    }
    if (expected.contains("field name")) {
      return new JsonComplaint(
          found,
          "a key in double quotes belongs here; after the last entry of an object is no comma");
    }
    if (expected.contains("colon")) {
      return new JsonComplaint(found, "between a key and its value is a colon");
    }
    return new JsonComplaint(
        found,
        switch (character) {
          case "'" -> "text stands in double quotes";
          case "/", "#" -> "JSON has no comments: take it away";
          case "]", "}" -> "after the last entry of a list or an object is no comma";
          default -> "a value belongs here: text in double quotes, a number, a list or an object";
        });
  }
}
