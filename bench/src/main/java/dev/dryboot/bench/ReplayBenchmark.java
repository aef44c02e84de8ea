package dev.dryboot.bench;

import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.RecordingReader;
import dev.dryboot.simulator.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One recording, with all the outcomes that are explored for it. */
@State(Scope.Benchmark)
public class ReplayBenchmark {
  /** The recording's file; {@code bench/run --recording FILE} gives it. */
  @Param("")
  String recording = "";

  private Recording read = new Recording("", Map.of(), "", List.of(), List.of(), Map.of());
  private int version;

  /** Reads the recording. */
  @Setup
  public void prepare() throws IOException {
    read =
        RecordingReader.read(Files.readString(Path.of(recording)))
            .orElseThrow(() -> new IllegalArgumentException(recording + " is no recording"));
    version = read.observed().keySet().iterator().next();
  }

  /** Predicts its outcomes. */
  @Benchmark
  public int predict() {
    return Replay.predict(read, version).outcomes().size();
  }
}
