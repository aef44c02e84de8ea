package dev.dryboot.cli;

import dev.dryboot.language.BootLanguage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The language, loaded once in a run. That takes about as long as everything else before a file is
 * read, so it is begun on a thread of its own where it is sure to be needed.
 */
final class Language implements Supplier<BootLanguage> {
  private final FutureTask<BootLanguage> loading = new FutureTask<>(BootLanguage::create);
  private boolean begun;

  /** Begins to load it, and does not wait. */
  void load() {
    begun = true;
    Thread.ofPlatform().daemon().name("language").start(loading);
  }

  /** Whether another thread is loading it still. */
  boolean isLoading() {
    return begun && !loading.isDone();
  }

  @Override
  public BootLanguage get() {
    // Does nothing where another thread has begun.
    loading.run();
    try {
      return loading.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the language was not loaded", e);
    }
  }
}
