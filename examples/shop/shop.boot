# A small shop: a front end, its database on a disk of its own, and a nightly backup.
param data-disk path = "/dev/vdb"
let data = "/var/lib/shop"

secret db-password { env "SHOP_DB_PASSWORD" }

profile docker-host {
  engine docker {
    live-restore yes
    log-driver   journald
  }
  defaults container {
    engine  docker
    restart always
    memory  256MiB
  }
}

host web uses docker-host {
  targets  fedora-coreos, ubuntu 24.04
  hostname "web-${replica}"
  timezone "Etc/UTC"

  user ops {
    groups              docker
    ssh-authorized-keys "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDryBootExampleKeyOfTheShopOperators00000000 ops@example.com"
  }
  file "/etc/motd" {
    mode 0644
    contents """
      Welcome to ${hostname}.
      """
  }

  disk data {
    device     ${data-disk}
    wipe-table yes
    partition shop { size 20GiB }
  }
  filesystem shop {
    device partition shop
    format xfs
    path   ${data}
  }
  directory "${data}/db" { mode 0700 }
  sysctl    vm.max_map_count = 262144

  # Keeps the orders.
  container db {
    image  "docker.io/library/postgres:16"
    volume "${data}/db" -> "/var/lib/postgresql/data"
    env    POSTGRES_PASSWORD = secret db-password
    allow  secret-in-artifact "the user-data of this cloud is readable by root only"
    notify healthy
    healthcheck {
      command  "pg_isready -U postgres"
      interval 5s
    }
  }
  # Shows the shop.
  container web {
    image    "ghcr.io/example/shop:1.4"
    requires db
    after    db
    publish  443 -> 8443/tcp
    memory   512MiB
    healthcheck {
      http     "http://localhost:8443/healthz"
      interval 10s
      timeout  2s
    }
  }
  # Copies the orders away.
  service backup {
    type       oneshot
    exec-start "/usr/bin/tar --create --file /var/tmp/shop.tar ${data}"
    timer {
      on-calendar "03:00"
      persistent  yes
    }
  }
  updates {
    strategy periodic
    healthy  web
    window {
      start  "Sat,Sun 22:30"
      length 1h
    }
  }
}

fleet shop {
  hosts           web * 4
  max-unavailable 1
}
