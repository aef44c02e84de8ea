package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** mount(8) and umount(8) as scripts call them: what they mount, and what they exit with. */
class MountInShellTest {
  private static final String TABLE =
      "tmpfs /mnt/a tmpfs size=1m 0 0\n"
          + "tmpfs /mnt/later tmpfs noauto 0 0\n"
          + "LABEL=nowhere /mnt/optional ext4 nofail 0 0\n";

  private final Machine machine =
      TestBoot.usual().standardPrograms().service("a.service", "", "", "run=inf").boot().machine();

  @BeforeEach
  void write() {
    put("/etc/fstab", TABLE);
    for (String place : List.of("/mnt/a", "/mnt/later", "/mnt/optional", "/mnt/b")) {
      machine.files().write(place, new FileNode.Directory());
    }
  }

  private void put(String path, String text) {
    machine.files().write(path, new FileNode.Regular(SourceText.of(path, text)));
  }

  private int run(String script) {
    return TestBoot.shell(machine, script);
  }

  private List<String> mounted() {
    return machine.files().mounts().stream()
        .map(Mount::where)
        .filter(where -> where.startsWith("/mnt/"))
        .sorted()
        .toList();
  }

  @Test
  void all_of_the_table_are_mounted_but_those_that_are_not_to_be() {
    assertThat(run("mount -a")).isZero();
    assertThat(mounted()).containsExactly("/mnt/a");
  }

  @Test
  void one_that_cannot_be_mounted_is_told_where_it_may_not_fail() {
    put("/etc/fstab", TABLE.replace("nofail", "defaults"));
    assertThat(run("mount -a")).isEqualTo(32);
    assertThat(mounted()).containsExactly("/mnt/a");
  }

  @Test
  void one_of_the_table_is_found_by_its_place() {
    assertThat(run("mount /mnt/later")).isZero();
    assertThat(run("mount /mnt/unknown")).isEqualTo(1);
    assertThat(mounted()).containsExactly("/mnt/later");
  }

  @Test
  void a_place_has_to_be_there() {
    assertThat(run("mount -t tmpfs tmpfs /mnt/missing")).isEqualTo(32);
    assertThat(run("mkdir -p /mnt/missing && mount -t tmpfs tmpfs /mnt/missing")).isZero();
  }

  @Test
  void what_is_bound_has_to_be_there() {
    assertThat(run("mount --bind /mnt/nothing /mnt/b")).isEqualTo(32);
    assertThat(run("mount --bind /mnt/a /mnt/b")).isZero();
    put("/mnt/a/file", "text");
    assertThat(machine.files().exists("/mnt/b/file")).isTrue();
  }

  @Test
  void what_has_another_mount_in_it_stays() {
    run("mount /mnt/a; mkdir /mnt/a/x; mount -t tmpfs tmpfs /mnt/a/x");
    assertThat(run("umount /mnt/a")).isEqualTo(32);
    assertThat(run("umount -l /mnt/a")).isZero();
    assertThat(mounted()).isEmpty();
    assertThat(run("umount /mnt/a")).as("nothing is mounted").isEqualTo(32);
  }
}
