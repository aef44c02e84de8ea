package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identity, kernel, software and updates. */
final class SystemLowering {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Pattern WINDOW_START =
      Pattern.compile("(?:([A-Za-z,.]+)\\s+)?([0-9]{1,2}:[0-9]{2})");

  private SystemLowering() {}

  static HostModel.Identity identity(BlockReader host) {
    return new HostModel.Identity(
        host.text("hostname"),
        host.text("timezone"),
        host.text("locale"),
        host.text("keymap"),
        host.text("platform"),
        host.text("architecture"),
        host.text("console"));
  }

  static HostModel.Kernel kernel(BlockReader host) {
    Optional<BlockReader> arguments = host.one("kernel-arguments");
    HostModel.Kernel kernel =
        new HostModel.Kernel(
            host.keyed("sysctl"),
            PeopleLowering.distinct(host.texts("modules")),
            arguments.map(a -> a.texts("should-exist")).orElse(List.of()),
            arguments.map(a -> a.texts("should-not-exist")).orElse(List.of()));
    arguments.ifPresent(BlockReader::noteRest);
    return kernel;
  }

  static HostModel.Software software(BlockReader host) {
    return new HostModel.Software(
        PeopleLowering.distinct(host.texts("packages")),
        host.texts("certificate-authorities"),
        host.blocks("repository").stream().map(SystemLowering::repository).toList(),
        host.blocks("snap").stream()
            .map(
                s -> {
                  HostModel.Snap snap = new HostModel.Snap(s.name(), s.text("channel"));
                  s.noteRest();
                  return snap;
                })
            .toList(),
        host.blocks("extension").stream()
            .map(
                e -> {
                  HostModel.Extension extension =
                      new HostModel.Extension(e.name(), e.content("contents"), e.text("sha256"));
                  e.noteRest();
                  return extension;
                })
            .toList());
  }

  private static HostModel.Repository repository(BlockReader repository) {
    List<HostModel.Entry> words = new ArrayList<>();
    for (String word : repository.rest()) {
      for (Text value : repository.texts(word)) {
        words.add(new HostModel.Entry(word, value, value.origin()));
      }
    }
    repository.noteRest();
    return new HostModel.Repository(repository.name(), words);
  }

  static Optional<HostModel.Updates> updates(BlockReader host) {
    return host.one("updates")
        .map(
            updates -> {
              List<UnitRef> healthy =
                  updates.entries("healthy").stream()
                      .flatMap(e -> e.item().stream())
                      .map(i -> UnitLowering.unitRef(i, updates.evaluation()))
                      .toList();
              List<HostModel.Window> windows = windows(updates);
              HostModel.Updates made =
                  new HostModel.Updates(
                      updates.text("strategy"),
                      updates.text("group"),
                      updates.text("server"),
                      updates.text("lock-url"),
                      healthy,
                      windows,
                      updates.origin());
              updates.noteRest();
              return made;
            });
  }

  private static List<HostModel.Window> windows(BlockReader updates) {
    List<HostModel.Window> windows = new ArrayList<>();
    for (Entry entry : updates.entries("window")) {
      if (entry.body().isEmpty()) {
        continue;
      }
      BlockReader window = new BlockReader(entry.body().get(), updates.evaluation());
      Optional<Text> start = window.text("start");
      long minutes = window.seconds("length").map(s -> Math.max(1, s.value() / 60)).orElse(60L);
      window.noteRest();
      start
          .flatMap(
              s ->
                  window.parsed(
                      "start",
                      s,
                      "days and a time, such as \"Sat,Sun 22:30\"",
                      text -> window(text, minutes, Origin.written(entry.word()))))
          .ifPresent(w -> windows.add(w.value()));
    }
    return windows;
  }

  /** {@code Sat,Sun 22:30}, {@code Mon..Fri 3:00} or {@code 22:30}. */
  static Optional<HostModel.Window> window(String text, long minutes, Origin origin) {
    Matcher start = WINDOW_START.matcher(text.strip());
    if (!start.matches()) {
      return Optional.empty();
    }
    List<String> days = new ArrayList<>();
    if (start.group(1) != null) {
      for (String part : start.group(1).split(",")) {
        String[] ends = part.split("\\.\\.");
        int first = day(ends[0]);
        int last = day(ends[ends.length - 1]);
        if (first < 0 || last < 0) {
          return Optional.empty();
        }
        for (int d = first; ; d = (d + 1) % 7) {
          days.add(DAYS.get(d));
          if (d == last) {
            break;
          }
        }
      }
    }
    String time = start.group(2).length() == 4 ? "0" + start.group(2) : start.group(2);
    return Optional.of(new HostModel.Window(days, time, minutes, origin));
  }

  private static int day(String name) {
    for (int i = 0; i < DAYS.size(); i++) {
      if (name.length() >= 3 && name.regionMatches(true, 0, DAYS.get(i), 0, 3)) {
        return i;
      }
    }
    return -1;
  }
}
