package dev.dryboot.source;

import java.util.List;
import java.util.Optional;

/**
 * One thing to say about a place.
 *
 * @param rule which rule says it
 * @param severity how much it weighs
 * @param message what is wrong: one sentence in the user's words, without a full stop
 * @param span the tightest stretch it is about; empty where there is no text to point to
 * @param related other places that belong to it
 * @param why why it matters at boot; may be empty
 * @param help what to do; may be empty
 */
public record Diagnostic(
    Rule rule,
    Severity severity,
    String message,
    Optional<Span> span,
    List<Related> related,
    String why,
    String help) {

  /** Another place that belongs to a diagnostic, and what is there. */
  public record Related(Span span, String message) {}

  /** Longer words of the author are not repeated whole, in characters. */
  private static final int LONGEST = 1000;

  public Diagnostic {
    related = List.copyOf(related);
    message = shortened(message);
    why = shortened(why);
    help = shortened(help);
  }

  /** The beginning and the end, where a text that was given makes a sentence endless. */
  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 5);
  }

  public static Diagnostic error(Rule rule, Span span, String message) {
    return new Diagnostic(rule, Severity.ERROR, message, Optional.of(span), List.of(), "", "");
  }

  public static Diagnostic warning(Rule rule, Span span, String message) {
    return new Diagnostic(rule, Severity.WARNING, message, Optional.of(span), List.of(), "", "");
  }

  public static Diagnostic note(Rule rule, Span span, String message) {
    return new Diagnostic(rule, Severity.NOTE, message, Optional.of(span), List.of(), "", "");
  }

  /** A diagnostic about {@code origin}'s place, or about none where it has none. */
  public static Diagnostic of(Rule rule, Severity severity, Origin origin, String message) {
    return new Diagnostic(rule, severity, message, origin.span(), List.of(), "", "");
  }

  public Diagnostic why(String text) {
    return new Diagnostic(rule, severity, message, span, related, text, help);
  }

  public Diagnostic help(String text) {
    return new Diagnostic(rule, severity, message, span, related, why, text);
  }

  public Diagnostic related(Span at, String text) {
    var more = new java.util.ArrayList<>(related);
    more.add(new Related(at, text));
    return new Diagnostic(rule, severity, message, span, more, why, help);
  }

  /** The same, with every place followed outwards to where the author wrote it. */
  public Diagnostic written() {
    return new Diagnostic(
        rule,
        severity,
        message,
        span.map(Span::written),
        related.stream().map(r -> new Related(r.span().written(), r.message())).toList(),
        why,
        help);
  }
}
