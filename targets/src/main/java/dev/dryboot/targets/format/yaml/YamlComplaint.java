package dev.dryboot.targets.format.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong with a text that is not YAML, in the words of who writes one.
 *
 * @param mark where it begins
 * @param help what to do
 */
record YamlComplaint(String message, Optional<Mark> mark, String help) {
  private static final String USUAL =
      "check indentation (blanks, no tabs) and quotes before this place; text with ': ' or ' #' in"
          + " it needs quotes";
  private static final Pattern ALIAS = Pattern.compile("found undefined alias '?([^']*)'?");
  private static final Pattern ESCAPE = Pattern.compile("found unknown escape character (.).*");

  /** Says what the parser found, which tells it in its own terms. */
  static YamlComplaint of(MarkedYamlEngineException e) {
    String problem = Optional.ofNullable(e.getProblem()).orElse("");
    String context = Optional.ofNullable(e.getContext()).orElse("");
    Optional<Mark> began = e.getContextMark().or(e::getProblemMark);
    if (problem.contains("unexpected end of stream") || problem.contains("document separator")) {
      return new YamlComplaint(
          "this quoted text is never closed", began, "close it with the quote that it begins with");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      boolean list = context.contains("sequence");
      return problem.contains("<stream end>")
          ? new YamlComplaint(
              "this `%s` is never closed".formatted(list ? "[" : "{"),
              began,
              "close it with `%s`".formatted(list ? "]" : "}"))
          : new YamlComplaint(
              "a comma or `%s` is missing here".formatted(list ? "]" : "}"),
              e.getProblemMark(),
              USUAL);
    }
    return ofBlocks(e, problem, context);
  }

  private static YamlComplaint ofBlocks(
      MarkedYamlEngineException e, String problem, String context) {
    Optional<Mark> at = e.getProblemMark();
    if (problem.contains("\\t")) {
      return new YamlComplaint(
          "a tab stands where YAML takes only blanks", at, "indent with blanks");
    }
    if (problem.contains("mapping values are not allowed")) {
      return new YamlComplaint(
          "a second `: ` cannot stand in a line, nor a key below a value",
          at,
          "put text with ': ' in it into quotes; check that the line above is not a value already");
    }
    if (problem.contains("could not find expected ':'")) {
      return new YamlComplaint(
          "this line is neither `key: value` nor an item of a list",
          e.getContextMark().or(() -> at),
          "write a colon and a blank behind a key; indent the lines of a longer text below its"
              + " key");
    }
    if (problem.contains("<block end>")) {
      return new YamlComplaint(
          "this line does not stand in one column with those that it belongs to",
          at,
          "give all entries of a mapping or list the same indentation");
    }
    Matcher alias = ALIAS.matcher(problem);
    if (alias.matches()) {
      return new YamlComplaint(
          "there is no `&%s` above that `*%s` could stand for"
              .formatted(alias.group(1), alias.group(1)),
          at,
          "name the anchor where the value is; text that begins with * needs quotes");
    }
    Matcher escape = ESCAPE.matcher(problem);
    if (escape.matches()) {
      return new YamlComplaint(
          "`\\%s` is no escape in a text in double quotes".formatted(escape.group(1)),
          at,
          "use single quotes, in which a backslash is a backslash, or write \\\\");
    }
    return new YamlComplaint(
        "it cannot be read from here on" + (context.isEmpty() ? "" : ", " + context), at, USUAL);
  }
}
