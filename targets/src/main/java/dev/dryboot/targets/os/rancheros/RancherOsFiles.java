package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Lines;
import java.util.List;

/** What RancherOS has no key for, as files. */
final class RancherOsFiles {
  static final String NTP = "/etc/ntp.conf";

  private RancherOsFiles() {}

  static void plan(Draft draft) {
    List<Text> servers = draft.host().network().ntp();
    if (servers.isEmpty()) {
      return;
    }
    Origin origin = servers.getFirst().origin();
    Lines lines = new Lines(origin);
    for (Text server : servers) {
      Origin here = server.origin();
      lines.add(Text.of("server ", here).plus(server).plus(Text.of(" iburst", here)));
    }
    draft.file(NTP, lines.text(), 0644, origin);
    draft.notes().lowered(origin, "ntp", "ntp.conf in the container ntp");
  }
}
