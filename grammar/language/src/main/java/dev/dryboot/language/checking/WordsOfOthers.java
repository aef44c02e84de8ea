package dev.dryboot.language.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that people bring along from compose, cloud-init, Butane and unit files. */
final class WordsOfOthers {
  /** What is here called otherwise. */
  private static final Map<String, List<String>> MEANINGS = meanings();

  /** What a host has no single word for. */
  private static final Map<String, String> IN_HOSTS = inHosts();

  private WordsOfOthers() {}

  /** The words that may be meant, in lower case with dashes, the likeliest first. */
  static List<String> meaning(String word) {
    return MEANINGS.getOrDefault(word, List.of());
  }

  /** What to write in a host in the place of {@code word}. */
  static Optional<String> inHosts(String word) {
    return Optional.ofNullable(IN_HOSTS.get(word));
  }

  private static Map<String, String> inHosts() {
    Map<String, String> sentences = new LinkedHashMap<>();
    String mounted =
        "write `filesystem data { device \"/dev/vdb\"  format xfs  path \"/var/data\" }`: what has"
            + " a path is mounted there";
    sentences.put("mount", mounted);
    sentences.put("mounts", mounted);
    sentences.put("fstab", mounted);
    String key = "keys are a user's: `user core { ssh-authorized-keys \"ssh-ed25519 …\" }`";
    sentences.put("ssh-authorized-keys", key);
    sentences.put("ssh-keys", key);
    sentences.put("ssh-key", key);
    sentences.put("authorized-keys", key);
    sentences.put("passwd", "write `user name { … }` for each of them");
    sentences.put("docker", "write `container name { engine docker  image \"…\" }`");
    sentences.put("podman", "write `container name { engine podman  image \"…\" }`");
    sentences.put("if", "write `when target ubuntu { … }`: it is the only condition");
    return sentences;
  }

  private static Map<String, List<String>> meanings() {
    Map<String, List<String>> slips = new LinkedHashMap<>();
    slips.put("env", List.of("environment"));
    slips.put("environment", List.of("env"));
    slips.put("env-file", List.of("environment-file"));
    slips.put("environment-file", List.of("env-file"));
    slips.put("ports", List.of("publish"));
    slips.put("port", List.of("publish"));
    slips.put("expose-port", List.of("publish"));
    slips.put("volumes", List.of("volume"));
    slips.put("mounts", List.of("volume"));
    slips.put("depends-on", List.of("requires"));
    slips.put("run", List.of("exec-start", "command"));
    slips.put("exec", List.of("exec-start", "command"));
    slips.put("command", List.of("exec-start"));
    slips.put("cmd", List.of("command"));
    slips.put("exec-start", List.of("command"));
    slips.put("timeout", List.of("timeout-start-sec"));
    slips.put("memory-limit", List.of("memory"));
    slips.put("memory-max", List.of("memory"));
    slips.put("memory", List.of("memory-max"));
    slips.put("owner", List.of("user"));
    slips.put("permissions", List.of("mode"));
    slips.put("content", List.of("contents"));
    slips.put("source", List.of("contents"));
    slips.put("name", List.of("hostname"));
    slips.put("ssh-keys", List.of("ssh-authorized-keys"));
    slips.put("keys", List.of("ssh-authorized-keys"));
    slips.put("mount", List.of("path"));
    slips.put("mountpoint", List.of("path"));
    slips.put("mount-point", List.of("path"));
    slips.put("type", List.of("format"));
    slips.put("fstype", List.of("format"));
    slips.put("labels", List.of("label"));
    slips.put("networks", List.of("network"));
    slips.put("packages-install", List.of("packages"));
    slips.put("services", List.of("service"));
    slips.put("kernel-modules", List.of("modules"));
    slips.put("mtu", List.of("mtu-bytes"));
    slips.put("install", List.of("wanted-by"));
    slips.put("tag", List.of("image"));
    slips.put("restart-policy", List.of("restart"));
    slips.put("working-dir", List.of("workdir", "working-directory"));
    slips.put("users", List.of("user"));
    slips.put("files", List.of("file"));
    slips.put("write-files", List.of("file"));
    slips.put("runcmd", List.of("service"));
    slips.put("storage", List.of("file"));
    slips.put("systemd", List.of("service"));
    slips.put("units", List.of("unit"));
    slips.put("containers", List.of("container"));
    slips.put("public-keys", List.of("ssh-authorized-keys"));
    return slips;
  }
}
