package dev.dryboot.language.reading;

import dev.dryboot.language.dsl.boot.Bare;
import dev.dryboot.language.dsl.boot.BootPackage.Literals;
import dev.dryboot.language.dsl.boot.DeviceRef;
import dev.dryboot.language.dsl.boot.FromFile;
import dev.dryboot.language.dsl.boot.Numeral;
import dev.dryboot.language.dsl.boot.Quoted;
import dev.dryboot.language.dsl.boot.Reference;
import dev.dryboot.language.dsl.boot.SecretRef;
import dev.dryboot.language.dsl.boot.UnitRef;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** Lowers values: what stands behind the word of a setting. */
record ValueLowering(Places places, Consumer<Diagnostic> report) {

  Value value(EObject value) {
    Span span = places.span(value);
    return switch (value) {
      case Quoted quoted -> text(Places.only(quoted, Literals.QUOTED__TEXT));
      case Bare bare -> new Value.Bare(bare.getWord(), span);
      case Numeral numeral -> new Value.Number(numeral.getNumeral(), span);
      case Reference reference -> reference(reference, span);
      case SecretRef secret ->
          new Value.SecretReference(places.name(secret, Literals.SECRET_REF__SECRET), span);
      case FromFile from -> new Value.From(text(Places.only(from, Literals.FROM_FILE__PATH)), span);
      case DeviceRef device -> device(device, span);
      default -> throw new IllegalStateException("no value: " + value.eClass().getName());
    };
  }

  Value.Text text(INode node) {
    return new TextLowering(places, report).text(node);
  }

  private static Value reference(Reference reference, Span span) {
    String path = reference.getPath();
    return new Value.Reference(path.substring(2, path.length() - 1), span);
  }

  private Value device(DeviceRef device, Span span) {
    if (device.getPath() != null) {
      return value(device.getPath());
    }
    INode name = Places.only(device, Literals.DEVICE_REF__DEVICE);
    String kind = Places.text(Places.node(device)).split("\\s|#", 2)[0];
    Span at = places.source().span(span.start(), span.start() + kind.length());
    return new Value.KindReference(new Word(kind, at), places.name(name), span);
  }

  /** A name as a value: bare where it is, else the quoted text. */
  Value named(INode node) {
    Name name = places.name(node);
    return Places.text(node).equals(name.text())
        ? new Value.Bare(name.text(), name.span())
        : text(node);
  }

  /** A name of a unit, which may be quoted. */
  Value edge(UnitRef edge) {
    boolean linked = Places.nodes(edge, Literals.UNIT_REF__UNIT).isEmpty();
    return named(Places.only(edge, linked ? Literals.UNIT_REF__NAME : Literals.UNIT_REF__UNIT));
  }
}
