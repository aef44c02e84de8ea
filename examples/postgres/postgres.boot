# PostgreSQL under podman, its data on a disk of its own, its password in a file of the machine.
let pgdata = "/var/lib/postgres"
secret postgres-password { path "/run/credentials/postgres" }

host db {
  targets  fedora-coreos
  hostname "db"
  swap file { path "/var/swapfile"  size 2GiB }

  disk data {
    device     "/dev/vdb"
    wipe-table yes
    partition pg { size rest }
  }
  filesystem pg {
    device        partition pg
    format        xfs
    label         PGDATA
    mount-options noatime
    path          ${pgdata}
  }
  container postgres {
    image        "docker.io/library/postgres:16.4"
    engine       podman
    network      host
    volume       "${pgdata}" -> "/var/lib/postgresql/data" { options Z }
    env          POSTGRES_PASSWORD_FILE = secret postgres-password
    shm-size     1GiB
    stop-signal  SIGINT
    stop-timeout 2min
    restart      on-failure
    notify       healthy
    healthcheck {
      command      "pg_isready -U postgres"
      interval     5s
      start-period 30s
      retries      10
    }
  }
  container dump {
    image    "docker.io/library/postgres:16.4"
    engine   podman
    requires postgres
    after    postgres
    network  host
    command  'sh -c "pg_dumpall -h localhost -U postgres | gzip > /backup/$(date +%F).gz"'
    volume   dumps -> "/backup"
    timer { on-calendar "*-*-* 02:30"  persistent yes }
  }
  volume dumps { engine podman }
}
