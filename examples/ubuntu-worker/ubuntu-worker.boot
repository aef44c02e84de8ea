# A worker with halves of a disk, kernel settings, users, and a service that waits for its mount.
host worker {
  targets  ubuntu 22.04, ubuntu 24.04
  hostname "worker"
  timezone "Europe/Berlin"
  locale   "en_US.UTF-8"
  ntp      "0.pool.ntp.org", "1.pool.ntp.org"
  packages "jq"
  modules  br_netfilter
  sysctl   net.bridge.bridge-nf-call-iptables = 1

  group build { gid 1500 }
  user build {
    primary-group build
    shell         "/bin/bash"
    sudo          "ALL=(ALL) NOPASSWD:ALL"
    ssh-import-id "gh:example"
  }
  disk work {
    device     "/dev/nvme1n1"
    wipe-table yes
    partition cache { size 50% }
    partition out   { size 50% }
  }
  filesystem cache { device partition cache  format ext4  label cache  path "/srv/cache" }
  filesystem out   { device partition out  format ext4  label out  path "/srv/out"  mount-options noatime }

  file "/srv/cache/README" {
    user     build
    mode     0644
    contents "scratch space\n"
  }
  service collect {
    type                oneshot
    exec-start          "/usr/bin/find /srv/cache -mtime +7 -delete"
    requires-mounts-for "/srv/cache"
    user                build
    timer { on-calendar daily }
  }
  unit ssh.service {
    dropin "10-keepalive.conf" {
      contents '''
        [Service]
        Restart=always
        '''
    }
  }
}
