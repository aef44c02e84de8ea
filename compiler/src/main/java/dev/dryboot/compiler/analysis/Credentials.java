package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.foreign.identity.AuthorizedKey;
import dev.dryboot.foreign.identity.PasswordHash;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** A user's keys and the hash of the password let the user in. */
final class Credentials {
  private Credentials() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    for (People.User user : host.people().users()) {
      user.sshAuthorizedKeys().stream()
          .filter(key -> key.facts().isEmpty() && !key.isSecret())
          .forEach(key -> key(key, user, found));
      user.passwordHash()
          .filter(hash -> hash.facts().isEmpty() && !hash.isSecret())
          .ifPresent(hash -> hash(hash, user, found));
    }
    return found;
  }

  private static void key(Text key, People.User user, List<Diagnostic> found) {
    AuthorizedKey.read(key.plain())
        .fault()
        .ifPresent(
            fault ->
                found.add(
                    Diagnostic.of(
                            ModelRules.SSH_KEY,
                            Severity.WARNING,
                            key.origin(),
                            "sshd cannot use this key of %s: %s"
                                .formatted(user.name().value(), fault.message()))
                        .why("sshd passes over the line, and nobody logs in with the key")
                        .help("copy the whole line of the .pub file")));
  }

  private static void hash(Text hash, People.User user, List<Diagnostic> found) {
    String written = hash.plain();
    PasswordHash.read(written)
        .fault()
        .ifPresent(
            fault ->
                found.add(
                    Diagnostic.of(
                            ModelRules.PASSWORD_HASH,
                            PasswordHash.beginsAsHash(written) ? Severity.WARNING : Severity.ERROR,
                            hash.origin(),
                            "no password of %s fits this: %s"
                                .formatted(user.name().value(), fault.message()))
                        .why(
                            PasswordHash.beginsAsHash(written)
                                ? "what is typed never hashes to it: nobody logs in with it"
                                : "the text lies in the artifact for all to read, and is compared"
                                    + " as if it were a hash: nobody logs in with it")
                        .help("make one with mkpasswd --method=yescrypt")));
  }
}
