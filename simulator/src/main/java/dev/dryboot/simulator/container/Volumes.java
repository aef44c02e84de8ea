package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.VolumeMount;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;

/** The volumes that an engine has, and the directories that it binds into containers. */
public final class Volumes {
  private static final String KIND = "volumes";

  private final Machine machine;
  private final String engine;
  private final Store store;

  Volumes(Machine machine, String engine, Store store) {
    this.machine = machine;
    this.engine = engine;
    this.store = store;
  }

  public boolean has(String volume) {
    return store.has(KIND, volume);
  }

  public void add(String volume) {
    store.add(KIND, volume);
  }

  public void remove(String volume) {
    store.drop(KIND, volume);
  }

  /** Named volumes are made with the container. */
  void addNamed(ContainerSpec spec) {
    for (VolumeMount volume : spec.volumes()) {
      if (volume.kind() == VolumeMount.Kind.NAMED) {
        volume.source().ifPresent(this::add);
      }
    }
  }

  /** Binds need their source: an engine makes a missing directory for {@code --volume}. */
  boolean makeSources(ContainerSpec spec) {
    for (VolumeMount volume : spec.volumes()) {
      String source = volume.source().orElse("");
      if (volume.kind() == VolumeMount.Kind.BIND
          && source.startsWith("/")
          && !machine.files().exists(source)) {
        if (machine.files().write(source, new FileNode.Directory()) != Written.DONE) {
          return false;
        }
        machine.publish(new Fact.FileWritten(source, engine));
      }
    }
    return true;
  }
}
