package dev.dryboot.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the times of jobs with recordings: FOLDER. */
final class TimingTool {
  private TimingTool() {}

  public static void main(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var list = Files.list(Path.of(args[0]))) {
      list.filter(p -> p.toString().endsWith(".json")).sorted().forEach(files::add);
    }
    int jobs = 0;
    int near = 0;
    List<String> far = new ArrayList<>();
    for (Path file : files) {
      Recording recording = RecordingReader.read(Files.readString(file)).orElseThrow();
      List<TimeComparison.JobDeviation> deviations = TimeComparison.of(recording, 257);
      for (TimeComparison.JobDeviation d : deviations) {
        jobs++;
        if (Math.abs(d.milliseconds()) <= 60) {
          near++;
        } else {
          far.add(recording.name() + " " + d);
        }
      }
    }
    far.forEach(System.out::println);
    System.out.println(near + " of " + jobs + " jobs within 60 ms");
  }
}
