package dev.dryboot.foreign.directive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directives of which a unit needs one, for it is nothing without. */
final class NeededDirectives {
  static final List<String> TIMES =
      List.of(
          "OnActiveSec",
          "OnBootSec",
          "OnStartupSec",
          "OnUnitActiveSec",
          "OnUnitInactiveSec",
          "OnCalendar");
  static final List<String> WATCHES =
      List.of("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");
  static final List<String> LISTENS =
      List.of(
          "ListenStream",
          "ListenDatagram",
          "ListenSequentialPacket",
          "ListenFIFO",
          "ListenSpecial",
          "ListenNetlink",
          "ListenMessageQueue",
          "ListenUSBFunction");

  /** All of them, of every type of unit. */
  static final Set<String> ALL =
      Stream.of(TIMES, WATCHES, LISTENS, List.of("ExecStart", "ExecStop", "What", "Where"))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private NeededDirectives() {}
}
