package dev.dryboot.targets.encode;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Settings that come to kernel arguments. */
public final class KernelArguments {
  private KernelArguments() {}

  /** The host with its console as an argument of the kernel. */
  public static HostModel withConsole(HostModel host) {
    if (host.identity().console().isEmpty()) {
      return host;
    }
    Text console = host.identity().console().get();
    List<Text> arguments = new ArrayList<>(host.kernel().shouldExist());
    arguments.add(Text.of("console=", console.origin()).plus(console));
    return host.withKernel(
        new HostModel.Kernel(
            host.kernel().sysctl(),
            host.kernel().modules(),
            arguments,
            host.kernel().shouldNotExist()));
  }
}
