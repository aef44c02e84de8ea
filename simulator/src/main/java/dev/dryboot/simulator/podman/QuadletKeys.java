package dev.dryboot.simulator.podman;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The keys that quadlets know, and the options of podman that they stand for (podman 5.6). */
final class QuadletKeys {
  private QuadletKeys() {}

  /** Keys of {@code [Container]} with one option of {@code podman run} per value. */
  static final Map<String, String> OPTIONS = new TreeMap<>();

  /** Keys of {@code [Container]} that are true or false, with their option. */
  static final Map<String, String> FLAGS = new TreeMap<>();

  static {
    String options =
        "AddCapability cap-add AddDevice device AddHost add-host Annotation annotation DNS dns"
            + " DNSOption dns-option DNSSearch dns-search DropCapability cap-drop Entrypoint"
            + " entrypoint Environment env EnvironmentFile env-file ExposeHostPort expose GIDMap"
            + " gidmap GroupAdd group-add HealthCmd health-cmd HealthInterval health-interval"
            + " HealthLogDestination health-log-destination HealthMaxLogCount health-max-log-count"
            + " HealthMaxLogSize health-max-log-size HealthOnFailure health-on-failure"
            + " HealthRetries health-retries HealthStartPeriod health-start-period"
            + " HealthStartupCmd health-startup-cmd HealthStartupInterval health-startup-interval"
            + " HealthStartupRetries health-startup-retries HealthStartupSuccess"
            + " health-startup-success HealthStartupTimeout health-startup-timeout HealthTimeout"
            + " health-timeout HostName hostname IP ip IP6 ip6 Label label LogDriver log-driver"
            + " LogOpt log-opt Memory memory Mount mount NetworkAlias network-alias PidsLimit"
            + " pids-limit PublishPort publish Pull pull Retry retry RetryDelay retry-delay Secret"
            + " secret ShmSize shm-size StopSignal stop-signal StopTimeout stop-timeout SubGIDMap"
            + " subgidname SubUIDMap subuidname Sysctl sysctl Timezone tz Tmpfs tmpfs UIDMap uidmap"
            + " Ulimit ulimit User user UserNS userns WorkingDir workdir";
    fill(OPTIONS, options);
    fill(
        FLAGS,
        "EnvironmentHost env-host HttpProxy http-proxy ReadOnly read-only ReadOnlyTmpfs"
            + " read-only-tmpfs RunInit init");
  }

  private static final Set<String> OTHER_CONTAINER =
      Set.of(
          "AutoUpdate",
          "CgroupsMode",
          "ContainerName",
          "ContainersConfModule",
          "Exec",
          "GlobalArgs",
          "Group",
          "Image",
          "Mask",
          "Network",
          "NoNewPrivileges",
          "Notify",
          "Pod",
          "PodmanArgs",
          "ReloadCmd",
          "ReloadSignal",
          "RemapGid",
          "RemapUid",
          "RemapUidSize",
          "RemapUsers",
          "Rootfs",
          "SeccompProfile",
          "SecurityLabelDisable",
          "SecurityLabelFileType",
          "SecurityLabelLevel",
          "SecurityLabelNested",
          "SecurityLabelType",
          "ServiceName",
          "StartWithPod",
          "Unmask",
          "VolatileTmp",
          "Volume");

  private static final Map<String, Set<String>> GROUPS = new TreeMap<>();

  static {
    GROUPS.put(
        "Volume",
        Set.of(
            "ContainersConfModule",
            "Copy",
            "Device",
            "Driver",
            "GlobalArgs",
            "Group",
            "Image",
            "Label",
            "Options",
            "PodmanArgs",
            "ServiceName",
            "Type",
            "User",
            "VolumeName"));
    GROUPS.put(
        "Network",
        Set.of(
            "ContainersConfModule",
            "DisableDNS",
            "DNS",
            "Driver",
            "Gateway",
            "GlobalArgs",
            "Internal",
            "InterfaceName",
            "IPAMDriver",
            "IPRange",
            "IPv6",
            "Label",
            "NetworkName",
            "NetworkDeleteOnStop",
            "Options",
            "PodmanArgs",
            "ServiceName",
            "Subnet"));
    GROUPS.put(
        "Image",
        Set.of(
            "AllTags",
            "Arch",
            "AuthFile",
            "CertDir",
            "ContainersConfModule",
            "Creds",
            "DecryptionKey",
            "GlobalArgs",
            "Image",
            "ImageTag",
            "OS",
            "PodmanArgs",
            "Policy",
            "Retry",
            "RetryDelay",
            "ServiceName",
            "TLSVerify",
            "Variant"));
    GROUPS.put(
        "Kube",
        Set.of(
            "AutoUpdate",
            "ConfigMap",
            "ContainersConfModule",
            "ExitCodePropagation",
            "GlobalArgs",
            "KubeDownForce",
            "LogDriver",
            "Network",
            "PodmanArgs",
            "PublishPort",
            "RemapGid",
            "RemapUid",
            "RemapUidSize",
            "RemapUsers",
            "ServiceName",
            "SetWorkingDirectory",
            "UserNS",
            "Yaml"));
    GROUPS.put(
        "Pod",
        Set.of(
            "AddHost",
            "ContainersConfModule",
            "DNS",
            "DNSOption",
            "DNSSearch",
            "ExitPolicy",
            "GIDMap",
            "GlobalArgs",
            "HostName",
            "IP",
            "IP6",
            "Label",
            "Network",
            "NetworkAlias",
            "PodmanArgs",
            "PodName",
            "PublishPort",
            "RemapGid",
            "RemapUid",
            "RemapUidSize",
            "RemapUsers",
            "ServiceName",
            "ShmSize",
            "StopTimeout",
            "SubGIDMap",
            "SubUIDMap",
            "UIDMap",
            "UserNS",
            "Volume"));
    GROUPS.put(
        "Build",
        Set.of(
            "Annotation",
            "Arch",
            "AuthFile",
            "BuildArg",
            "ContainersConfModule",
            "DNS",
            "DNSOption",
            "DNSSearch",
            "Environment",
            "File",
            "ForceRM",
            "GlobalArgs",
            "GroupAdd",
            "IgnoreFile",
            "ImageTag",
            "Label",
            "Network",
            "PodmanArgs",
            "Pull",
            "Retry",
            "RetryDelay",
            "Secret",
            "ServiceName",
            "SetWorkingDirectory",
            "Target",
            "TLSVerify",
            "Variant",
            "Volume"));
  }

  /** Whether a group ({@code Container}, {@code Volume}, …) knows a key. */
  static boolean knows(String group, String key) {
    if (group.equals("Container")) {
      return OPTIONS.containsKey(key) || FLAGS.containsKey(key) || OTHER_CONTAINER.contains(key);
    }
    return GROUPS.getOrDefault(group, Set.of()).contains(key);
  }

  private static void fill(Map<String, String> map, String table) {
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      map.put(words[i], words[i + 1]);
    }
  }
}
