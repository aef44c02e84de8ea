package dev.dryboot.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replays folders of recordings from the command line: VERSION FOLDER… */
final class ReplayTool {
  private ReplayTool() {}

  public static void main(String[] args) throws IOException {
    int version = Integer.parseInt(args[0]);
    List<Recording> recordings = new ArrayList<>();
    for (String arg : List.of(args).subList(1, args.length)) {
      Path path = Path.of(arg);
      List<Path> files = new ArrayList<>();
      if (Files.isDirectory(path)) {
        try (var list = Files.list(path)) {
          list.filter(p -> p.toString().endsWith(".json")).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
      for (Path file : files) {
        RecordingReader.read(Files.readString(file)).ifPresent(recordings::add);
      }
    }
    long begin = System.nanoTime();
    ReplaySummary summary = Replay.run(recordings, version);
    long took = System.nanoTime() - begin;
    Map<String, int[]> families = new TreeMap<>();
    for (ReplayedCase c : summary.cases()) {
      int[] of = families.computeIfAbsent(c.name().replaceAll("-.*", ""), f -> new int[7]);
      of[0]++;
      of[1] += c.agrees() ? 1 : 0;
      of[2] += c.wholly() ? 1 : 0;
      of[3] += c.outcomes().found();
      of[4] += c.outcomes().observed();
      of[5] += c.outcomes().predicted();
      of[6] += c.outcomes().cut() ? 1 : 0;
      of[1] += c.canonical() ? 1000 : 0;
      if (!c.agrees() || !c.wholly()) {
        System.out.println((c.agrees() ? "partly " : "WRONG ") + c.name() + ": " + c.difference());
      }
    }
    families.forEach(
        (f, n) ->
            System.out.printf(
                "%-6s %3d cases %3d agree (canonical %d) %3d fully; observed outcomes %d of %d,"
                    + " predicted %d, cut %d%n",
                f, n[0], n[1] % 1000, n[1] / 1000, n[2], n[3], n[4], n[5], n[6]));
    System.out.println(
        version
            + " "
            + summary.agree()
            + "/"
            + summary.cases().size()
            + " in "
            + took / 1_000_000
            + " ms");
  }
}
