# Every construct of the language, once.
import "common.boot"

param disk path = "/dev/vdb"
param workers int = 3
param token-length size
let root = "/srv/${zone}"
let zone = "north"

secret api-key { env "API_KEY" }
secret tls { path "/run/credentials/tls" }

profile engines uses common {
  engine docker {
    live-restore yes
    option       default-ulimits = "nofile"
  }
  defaults container {
    engine  docker
    restart always
  }
  defaults service { restart on-failure  restart-sec 5s }
}

# A host. With a comment of
# two lines.
host node uses engines {
  targets  fedora-coreos, ubuntu 24.04, rancheros 1.5
  hostname "node-${replica}"  # with a number
  sysctl   vm.swappiness = 10
  modules  overlay, br_netfilter
  dns      9.9.9.9, fd00::53
  remove engine podman

  user core {
    groups              wheel
    ssh-authorized-keys from "keys/core.pub"
    remove              groups
  }
  group ops { gid 900 }
  file "/etc/app.conf" {
    mode  0640
    user  core
    allow secret-in-artifact "the artifact is kept in a vault"
    contents """
      key = ${secret.api-key}
        indented \${HOME}
      root = ${root}
      """
  }
  file "/etc/raw" {
    contents '''
      no ${placeholder} here, and a \ too
      '''
    append "one", "two"
  }
  link "/etc/localtime" -> "../usr/share/zoneinfo/UTC" { hard no }
  kernel-arguments { should-exist "quiet", "mitigations=off" }

  disk data {
    device ${disk}
    partition one { size 50% }
    partition two { size rest }
  }
  raid md {
    level   raid1
    devices partition one, partition two
  }
  luks safe { device raid md  key secret api-key }
  filesystem data {
    device        luks safe
    format        xfs
    path          ${root}
    mount-options noatime, commit = 30
  }
  swap file { path "/swap"  size 2GiB }
  network front { subnet 172.20.0.0/16 }
  volume cache { }

  service prepare {
    type        oneshot
    exec-start  '/usr/bin/prepare --once'
    environment MODE = "full"
    wants       network-online.target
    after       network-online.target
    systemd '''
      [Service]
      Nice=5
      '''
    timer { on-calendar "03:00"  persistent yes }
  }
  container app {
    image    "registry.example/app:1"
    network  front, host
    volume   cache -> "/cache" { options ro, Z }
    volume   "${root}/data" -> "/data"
    publish  127.0.0.1:8443 -> 443/tcp, 9000-9002 -> 9000
    env      KEY = secret api-key, PLAIN
    requires prepare
    after    prepare, "docker.service"
    notify   healthy
    healthcheck { port 443  interval 10s }
  }
  unit      getty@tty1.service { mask yes }
  interface eth0 { address 10.0.0.5/24 }
  updates {
    strategy periodic
    healthy  app
    window { start "Sun 03:00"  length 1h30min }
  }
  when target ubuntu, rancheros {
    packages "docker.io", curl
  }
  raw ignition from "extra.ign"
}

fleet nodes {
  hosts           node * 12
  max-unavailable 10%
}

scenario "power fails" for nodes {
  pull-bandwidth 2MiB/s
  given prepare in node takes 90s
  given app exits 1 on boot 2
  at 3min of boot 2 do restart docker.service
  at 4min do fill "/srv"
  when app pulling do cut power
  expect app in node ready within 5min of boot 2
  expect never prepare failed
  expect prepare finished before app started
  expect app ready within 30s of prepare finished
}
