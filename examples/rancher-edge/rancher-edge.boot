# An edge box without systemd: Docker is process 1, and everything that runs is a container.
host edge {
  targets  rancheros 1.5
  hostname "edge"
  user rancher {
    ssh-authorized-keys "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDryBootExampleKeyOfTheEdgeOperators00000000 ops@example.com"
  }
  sysctl  vm.max_map_count = 262144
  modules br_netfilter
  dns     10.0.0.2

  interface eth0 {
    address 10.0.0.5/24
    gateway 10.0.0.1
  }
  engine docker {
    version        "19.03.15"
    storage-driver overlay2
  }
  file "/etc/collector.conf" {
    mode     0644
    contents "interval = 10\n"
  }
  container collector {
    scope      system
    image      "example/collector:1"
    after      "network"
    network    host
    privileged yes
    restart    always
    volume     "/etc/collector.conf" -> "/etc/collector.conf" { options ro }
  }
  container cache {
    image   "redis:3"
    publish 6379 -> 6379
    memory  128MiB
    restart always
  }
  container report {
    image "example/report:1"
    after cache
    timer { on-calendar "Mon..Fri 06:30" }
  }
}
