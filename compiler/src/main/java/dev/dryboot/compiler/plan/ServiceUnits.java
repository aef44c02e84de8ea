package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Units;

/** Services as units. */
final class ServiceUnits {
  private final Draft draft;
  private final UnitLines lines;

  ServiceUnits(Draft draft, UnitLines lines) {
    this.draft = draft;
    this.lines = lines;
  }

  void plan(Units.Service service) {
    Units.Unit unit = service.unit();
    UnitText text = new UnitText();
    lines.head(text, unit, unit.name().value());
    lines.directives(text, unit, unit.directives());
    lines.tail(text, unit);
    draft.unit(UnitNames.of(service), text, UnitLines.isEnabled(unit), unit.origin());
    lines.triggers(unit);
  }
}
