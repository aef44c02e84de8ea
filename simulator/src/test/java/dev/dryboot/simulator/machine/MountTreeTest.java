package dev.dryboot.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MountTreeTest {
  private final MountTree mounts = new MountTree();

  @BeforeEach
  void mountRoot() {
    mount("/", "root");
  }

  /** Mounts a file system with a file that tells which one it is. */
  private void mount(String where, String what) {
    FileTree tree = FileTree.empty();
    tree.put("/name", new FileNode.Regular(SourceText.of("name", what)));
    mounts.mount(new Mount(where, what, "tmpfs", false, tree));
  }

  private List<String> seen() {
    return mounts.visible().stream().map(Mount::what).toList();
  }

  @Test
  void the_longest_path_comes_first() {
    mount("/a", "a");
    mount("/a/b", "b");
    assertThat(seen()).containsExactly("b", "a", "root");
    assertThat(mounts.holding("/a/b/x").what()).isEqualTo("b");
    assertThat(mounts.holding("/a/bc").what()).isEqualTo("a");
    assertThat(mounts.holding("/ab").what()).isEqualTo("root");
  }

  @Test
  void a_later_mount_hides_what_is_there_and_below_until_it_is_gone() {
    mount("/a", "a");
    mount("/a/b", "b");
    mount("/a", "over");
    assertThat(seen()).containsExactly("over", "root");
    assertThat(mounts.isMountPoint("/a/b")).isTrue();
    assertThat(mounts.unmount("/a")).isTrue();
    assertThat(seen()).containsExactly("b", "a", "root");
  }

  @Test
  void what_hid_others_and_is_taken_away_unseen_leaves_them_to_what_hides_it() {
    mount("/a/b/c", "c");
    mount("/a/b", "b");
    mount("/a", "a");
    assertThat(mounts.unmount("/a/b")).isTrue();
    assertThat(seen()).containsExactly("a", "root");
    mounts.unmount("/a");
    assertThat(seen()).containsExactly("c", "root");
  }

  @Test
  void the_root_stays() {
    assertThat(mounts.unmount("/")).isFalse();
    mount("/run", "run");
    mount("/", "new");
    assertThat(seen()).containsExactly("run", "new");
  }

  @Test
  void a_snapshot_hides_what_is_hidden_and_changes_no_more() {
    mount("/a/b", "b");
    mount("/a", "a");
    MountTree copy = mounts.snapshot();
    mounts.unmount("/a");
    assertThat(copy.visible()).extracting(Mount::what).containsExactly("a", "root");
    copy.unmount("/a");
    assertThat(copy.visible()).extracting(Mount::what).containsExactly("b", "root");
  }

  @Test
  void what_is_below_a_new_root_moves_up_and_the_kernels_own_move_over() {
    mount("/proc", "proc");
    mount("/sysroot", "system");
    mount("/sysroot/boot", "boot");
    mount("/other", "other");
    mounts.switchRoot("/sysroot");
    assertThat(seen()).containsExactlyInAnyOrder("boot", "proc", "system");
    assertThat(mounts.holding("/boot/x").what()).isEqualTo("boot");
    assertThat(mounts.holding("/other").what()).isEqualTo("system");
  }
}
