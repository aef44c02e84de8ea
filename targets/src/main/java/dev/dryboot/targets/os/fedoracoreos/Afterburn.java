package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.plan.SystemdPlatform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables in which Afterburn hands on a cloud's metadata (afterburn, usage/attributes). */
final class Afterburn implements SystemdPlatform.Facts {
  private static final Map<String, String> VARIABLES = variables();

  private static Map<String, String> variables() {
    Map<String, String> all = new LinkedHashMap<>();
    addresses(all, "aws", "AWS_IPV4_LOCAL", "AWS_IPV4_PUBLIC");
    addresses(all, "ec2", "AWS_IPV4_LOCAL", "AWS_IPV4_PUBLIC");
    addresses(all, "azure", "AZURE_IPV4_DYNAMIC", "AZURE_IPV4_VIRTUAL");
    addresses(all, "digitalocean", "DIGITALOCEAN_IPV4_PRIVATE_0", "DIGITALOCEAN_IPV4_PUBLIC_0");
    addresses(all, "gcp", "GCP_IP_LOCAL_0", "GCP_IP_EXTERNAL_0");
    addresses(all, "openstack", "OPENSTACK_IPV4_LOCAL", "OPENSTACK_IPV4_PUBLIC");
    addresses(all, "packet", "PACKET_IPV4_PRIVATE_0", "PACKET_IPV4_PUBLIC_0");
    addresses(all, "ibmcloud", "IBMCLOUD_LOCAL_IPV4", "IBMCLOUD_PUBLIC_IPV4");
    addresses(all, "exoscale", "EXOSCALE_LOCAL_IPV4", "EXOSCALE_PUBLIC_IPV4");
    all.put("aws hostname", "AFTERBURN_AWS_HOSTNAME");
    all.put("gcp hostname", "AFTERBURN_GCP_HOSTNAME");
    all.put("digitalocean hostname", "AFTERBURN_DIGITALOCEAN_HOSTNAME");
    all.put("openstack hostname", "AFTERBURN_OPENSTACK_HOSTNAME");
    return all;
  }

  private static void addresses(
      Map<String, String> all, String platform, String ofPrivate, String ofPublic) {
    all.put(platform + " private-ipv4", "AFTERBURN_" + ofPrivate);
    all.put(platform + " public-ipv4", "AFTERBURN_" + ofPublic);
  }

  @Override
  public Optional<String> variable(String fact, String platform) {
    return Optional.ofNullable(
        VARIABLES.get(platform + " " + fact.replaceFirst("^machine\\.", "")));
  }

  @Override
  public String unit() {
    return "afterburn.service";
  }

  @Override
  public String environmentFile() {
    return "/run/metadata/afterburn";
  }
}
