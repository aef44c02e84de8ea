package dev.dryboot.bench;

import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.RecordingReader;
import dev.dryboot.simulator.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

  private @Nullable Recording read;
  private int version;

  /** Reads the recording. */
  @Setup
  public void prepare() throws IOException {
    Recording of =
        RecordingReader.read(Files.readString(Path.of(recording)))
            .orElseThrow(() -> new IllegalArgumentException(recording + " is no recording"));
    version = of.observed().keySet().iterator().next();
    read = of;
  }

  /** Predicts its outcomes. */
  @Benchmark
  public int predict() {
    return Replay.predict(Objects.requireNonNull(read), version).outcomes().size();
  }
}
