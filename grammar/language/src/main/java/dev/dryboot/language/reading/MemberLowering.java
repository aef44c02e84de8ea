package dev.dryboot.language.reading;

import dev.dryboot.language.dsl.boot.Allow;
import dev.dryboot.language.dsl.boot.BootPackage.Literals;
import dev.dryboot.language.dsl.boot.Clear;
import dev.dryboot.language.dsl.boot.Defaults;
import dev.dryboot.language.dsl.boot.Device;
import dev.dryboot.language.dsl.boot.DeviceRef;
import dev.dryboot.language.dsl.boot.Edge;
import dev.dryboot.language.dsl.boot.Item;
import dev.dryboot.language.dsl.boot.Join;
import dev.dryboot.language.dsl.boot.JoinRef;
import dev.dryboot.language.dsl.boot.Mount;
import dev.dryboot.language.dsl.boot.Raw;
import dev.dryboot.language.dsl.boot.Remove;
import dev.dryboot.language.dsl.boot.Setting;
import dev.dryboot.language.dsl.boot.Target;
import dev.dryboot.language.dsl.boot.Targets;
import dev.dryboot.language.dsl.boot.UnitRef;
import dev.dryboot.language.dsl.boot.WhenTarget;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Member.Shape;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;

/** Lowers what stands inside braces: named things and the shapes of settings. */
record MemberLowering(Places places, ValueLowering values) {

  List<Member> all(List<? extends EObject> members) {
    List<Member> lowered = new ArrayList<>(members.size());
    for (EObject member : members) {
      lowered.add(one(member));
    }
    return lowered;
  }

  Member one(EObject member) {
    Span span = places.span(member);
    return switch (member) {
      case Setting setting -> setting(setting, span);
      case Edge edge -> edge(edge, span);
      case Join join -> join(join, span);
      case Mount mount -> mount(mount, span);
      case Device device -> device(device, span);
      case Targets targets ->
          new Member.Setting(first(span), targets(targets.getTargets()), Optional.empty(), span);
      case WhenTarget when ->
          new Member.When(targets(when.getTargets()), all(when.getMembers()), span);
      case Defaults defaults -> defaults(defaults, span);
      case Remove remove ->
          new Member.Remove(
              places.word(remove, Literals.REMOVE__KIND),
              places.name(remove, Literals.REMOVE__KEY),
              span);
      case Clear clear -> new Member.Clear(places.word(clear, Literals.CLEAR__SETTING), span);
      case Raw raw ->
          new Member.Raw(
              places.word(raw, Literals.RAW__FORMAT), values.value(raw.getContent()), span);
      case Allow allow ->
          new Member.Allow(
              places.word(allow, Literals.ALLOW__RULE),
              Escapes.unquoted(Places.text(Places.only(allow, Literals.ALLOW__REASON))),
              span);
      default -> block(member, span);
    };
  }

  private Member.Setting setting(Setting setting, Span span) {
    List<Member.Item> items = new ArrayList<>();
    for (Item item : setting.getItems()) {
      items.add(item(item));
    }
    return new Member.Setting(
        places.word(setting, Literals.SETTING__WORD),
        items,
        setting.isBraces() ? Optional.of(all(setting.getMembers())) : Optional.empty(),
        span);
  }

  private Member.Item item(Item item) {
    Shape shape = item.isEquals() ? Shape.EQUALS : item.isArrow() ? Shape.ARROW : Shape.SINGLE;
    return new Member.Item(
        values.value(item.getFirst()),
        shape,
        Optional.ofNullable(item.getSecond()).map(values::value),
        places.span(item));
  }

  private static Member.Item single(Value value) {
    return new Member.Item(value, Shape.SINGLE, Optional.empty(), value.span());
  }

  private Member.Setting edge(Edge edge, Span span) {
    List<Member.Item> items = new ArrayList<>();
    for (UnitRef unit : edge.getUnits()) {
      items.add(single(values.edge(unit)));
    }
    return new Member.Setting(
        places.word(edge, Literals.EDGE__KIND), items, Optional.empty(), span);
  }

  private Member.Setting join(Join join, Span span) {
    List<Member.Item> items = new ArrayList<>();
    for (JoinRef network : join.getNetworks()) {
      Value value =
          network.getWay() != null
              ? values.value(network.getWay())
              : values.named(Places.only(network, Literals.JOIN_REF__NETWORK));
      items.add(single(value));
    }
    return new Member.Setting(first(span), items, Optional.empty(), span);
  }

  private Member.Setting mount(Mount mount, Span span) {
    Value from =
        mount.getPath() != null
            ? values.value(mount.getPath())
            : values.named(Places.only(mount, Literals.MOUNT__VOLUME));
    Value to = values.value(mount.getTarget());
    Span at = places.source().span(from.span().start(), to.span().end());
    return new Member.Setting(
        first(span),
        List.of(new Member.Item(from, Shape.ARROW, Optional.of(to), at)),
        mount.isBraces() ? Optional.of(all(mount.getMembers())) : Optional.empty(),
        span);
  }

  private Member.Setting device(Device device, Span span) {
    List<Member.Item> items = new ArrayList<>();
    for (DeviceRef reference : device.getDevices()) {
      items.add(single(values.value(reference)));
    }
    return new Member.Setting(first(span), items, Optional.empty(), span);
  }

  private List<Member.Item> targets(List<Target> targets) {
    List<Member.Item> items = new ArrayList<>();
    for (Target target : targets) {
      INode name = Places.only(target, Literals.TARGET__NAME);
      Value first = new Value.Bare(Places.text(name), places.span(name));
      Span span = places.span(target);
      if (target.getVersion() == null) {
        items.add(single(first));
      } else {
        INode version = Places.only(target, Literals.TARGET__VERSION);
        Value second = new Value.Number(Places.text(version), places.span(version));
        items.add(new Member.Item(first, Shape.VERSION, Optional.of(second), span));
      }
    }
    return items;
  }

  private Member.Defaults defaults(Defaults defaults, Span span) {
    EObject unit = defaults.getUnit();
    EStructuralFeature members = unit.eClass().getEStructuralFeature("members");
    return new Member.Defaults(first(places.span(unit)), all(elements(unit, members)), span);
  }

  private Member.Block block(EObject block, Span span) {
    EStructuralFeature members = block.eClass().getEStructuralFeature("members");
    EStructuralFeature name = block.eClass().getEStructuralFeature("name");
    return new Member.Block(
        first(span),
        places.name(block, name),
        all(elements(block, members)),
        Comments.above(places.source(), span.start()),
        span);
  }

  @SuppressWarnings("unchecked")
  private static List<EObject> elements(EObject object, EStructuralFeature members) {
    return (List<EObject>) object.eGet(members);
  }

  /** The word that {@code span} begins with. */
  private Word first(Span span) {
    String text = places.source().text();
    int end = Words.end(text, span.start());
    return new Word(text.substring(span.start(), end), places.source().span(span.start(), end));
  }
}
