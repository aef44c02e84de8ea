package dev.dryboot.language.syntax;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** One file: its imports and its declarations, in the order they are written. */
public record BootFile(SourceText source, List<Import> imports, List<Declaration> declarations) {
  public BootFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }

  /** {@code import "base.boot"}; {@code span} is the quoted path. */
  public record Import(String path, Span span) {}

  /** What stands at the top level of a file. */
  public sealed interface Declaration {
    Name name();

    Span span();
  }

  /** {@code param name type = value}. */
  public record Param(Name name, Word type, Optional<Value> value, Span span)
      implements Declaration {}

  /** {@code let name = value}. */
  public record Let(Name name, Value value, Span span) implements Declaration {}

  /** {@code secret name { env "X" }}. */
  public record Secret(Name name, List<Member> members, Span span) implements Declaration {
    public Secret {
      members = List.copyOf(members);
    }
  }

  /** {@code profile name uses a, b { … }}. */
  public record Profile(Name name, List<Name> uses, List<Member> members, Span span)
      implements Declaration {
    public Profile {
      uses = List.copyOf(uses);
      members = List.copyOf(members);
    }
  }

  /** {@code host name uses a, b { … }}. */
  public record Host(Name name, List<Name> uses, List<Member> members, Span span)
      implements Declaration {
    public Host {
      uses = List.copyOf(uses);
      members = List.copyOf(members);
    }
  }

  /** {@code fleet name { hosts a * 2, b … }}. */
  public record Fleet(Name name, List<HostCount> hosts, List<Member> members, Span span)
      implements Declaration {
    public Fleet {
      hosts = List.copyOf(hosts);
      members = List.copyOf(members);
    }
  }

  /** {@code host * count}; the count is 1 where none is written. */
  public record HostCount(Name host, int count, Span span) {}

  /** {@code scenario "title" for host { … }}. */
  public record Scenario(Name name, Name of, List<Step> steps, List<Member> members, Span span)
      implements Declaration {
    public Scenario {
      steps = List.copyOf(steps);
      members = List.copyOf(members);
    }
  }

  /** A sentence of a scenario: {@code given}, {@code at}, {@code when} or {@code expect}. */
  public sealed interface Step {
    Span span();

    /** {@code given unit takes 5s} or {@code given unit exits 1 on boot 2}. */
    record Given(
        Name unit,
        Optional<Name> host,
        Optional<Value> duration,
        Optional<Integer> exitCode,
        Optional<Integer> boot,
        Span span)
        implements Step {}

    /** {@code at 3min of boot 2 do restart docker.service}. */
    record At(Word time, Optional<Integer> boot, Action action, Span span) implements Step {}

    /** {@code when db pulling do cut power}. */
    record When(Event event, Action action, Span span) implements Step {}

    /** {@code expect never web failed within 5min of boot 2}. */
    record Expect(
        boolean never,
        Event event,
        Optional<Word> within,
        Optional<Integer> ofBoot,
        Optional<Event> ofEvent,
        Optional<Event> before,
        Optional<Event> after,
        Span span)
        implements Step {}
  }

  /** {@code restart docker.service}, {@code cut power}. */
  public record Action(Word verb, Subject subject) {}

  /** {@code web in host ready}. */
  public record Event(Subject subject, Word state) {}

  /** What an event or action is about. */
  public sealed interface Subject {
    /** A unit, of a host of the fleet where one is named. */
    record OfUnit(Name unit, Optional<Name> host) implements Subject {}

    /** {@code machine}, {@code power} or {@code uplink}. */
    record OfMachine(Word part) implements Subject {}

    /** A path. */
    record OfPath(Value path) implements Subject {}
  }
}
