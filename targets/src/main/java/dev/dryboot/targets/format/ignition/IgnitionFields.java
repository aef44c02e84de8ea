package dev.dryboot.targets.format.ignition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of Ignition's specification 3 with their types and the minor version that brought them
 * (ignition 2.26, config/v3_N/types/schema.go).
 */
final class IgnitionFields {
  /**
   * A key's type: text, a whole number, a boolean, or the name of an object; maybe a list of it.
   */
  record Field(String name, String type, boolean list, int since) {}

  // One line an object: its name, then key:type, [] for a list, @ for the version that brought it.
  private static final String TABLE =
      """
      config ignition:ignition kernelArguments:kernelArguments@3 passwd:passwd storage:storage systemd:systemd
      ignition config:ignitionConfig proxy:proxy@1 security:security timeouts:timeouts version:text
      ignitionConfig merge:reference[] replace:reference
      proxy httpProxy:text httpsProxy:text noProxy:text[]
      security tls:tls
      tls certificateAuthorities:reference[]
      timeouts httpResponseHeaders:number httpTotal:number
      resource compression:text httpHeaders:header[]@1 source:text verification:verification
      reference compression:text@1 httpHeaders:header[]@1 source:text verification:verification
      header name:text value:text
      verification hash:text
      kernelArguments shouldExist:text[] shouldNotExist:text[]
      passwd groups:group[] users:user[]
      group gid:number name:text passwordHash:text shouldExist:boolean@2 system:boolean
      user gecos:text groups:text[] homeDir:text name:text noCreateHome:boolean noLogInit:boolean noUserGroup:boolean passwordHash:text primaryGroup:text shell:text shouldExist:boolean@2 sshAuthorizedKeys:text[] system:boolean uid:number
      storage directories:directory[] disks:disk[] files:file[] filesystems:filesystem[] links:link[] luks:luks[]@2 raid:raid[]
      disk device:text partitions:partition[] wipeTable:boolean
      partition guid:text label:text number:number resize:boolean@2 shouldExist:boolean sizeMiB:number startMiB:number typeGuid:text wipePartitionEntry:boolean
      raid devices:text[] level:text name:text options:text[] spares:number
      luks cex:cex@5 clevis:clevis device:text discard:boolean@4 keyFile:resource label:text name:text openOptions:text[]@4 options:text[] uuid:text wipeVolume:boolean
      cex enabled:boolean
      clevis custom:custom tang:tang[] threshold:number tpm2:boolean
      custom config:text needsNetwork:boolean pin:text
      tang advertisement:text@4 thumbprint:text url:text
      filesystem device:text format:text label:text mountOptions:text[]@1 options:text[] path:text uuid:text wipeFilesystem:boolean
      directory group:owner mode:number overwrite:boolean path:text user:owner
      file append:resource[] contents:resource group:owner mode:number overwrite:boolean path:text user:owner
      link group:owner hard:boolean overwrite:boolean path:text target:text user:owner
      owner id:number name:text
      systemd units:unit[]
      unit contents:text dropins:dropin[] enabled:boolean mask:boolean name:text
      dropin contents:text name:text
      """;

  private static final Map<String, Map<String, Field>> OBJECTS = read();

  private IgnitionFields() {}

  private static Map<String, Map<String, Field>> read() {
    var objects = new LinkedHashMap<String, Map<String, Field>>();
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      var fields = new LinkedHashMap<String, Field>();
      for (String word : words.subList(1, words.size())) {
        int colon = word.indexOf(':');
        int at = word.indexOf('@');
        String type = word.substring(colon + 1, at < 0 ? word.length() : at);
        boolean list = type.endsWith("[]");
        String name = word.substring(0, colon);
        fields.put(
            name,
            new Field(
                name,
                list ? type.substring(0, type.length() - 2) : type,
                list,
                at < 0 ? 0 : Integer.parseInt(word.substring(at + 1))));
      }
      objects.put(words.getFirst(), fields);
    }
    return objects;
  }

  /** Whether {@code type} names an object with keys of its own. */
  static boolean isObject(String type) {
    return OBJECTS.containsKey(type);
  }

  static Map<String, Field> of(String object) {
    return OBJECTS.getOrDefault(object, Map.of());
  }

  /** The key as Go's JSON reader finds it: exactly, else whatever its case. */
  static Optional<Field> find(String object, String key) {
    Field exact = of(object).get(key);
    if (exact != null) {
      return Optional.of(exact);
    }
    return of(object).values().stream().filter(f -> f.name().equalsIgnoreCase(key)).findFirst();
  }
}
