# A web server in a container, on two operating systems.
# Boot it in a simulation:  dryboot boot host.boot
# Compile it:               dryboot compile host.boot -o out
host web {
  targets  fedora-coreos, ubuntu 24.04
  hostname "web"

  user ops {
    groups              sudo
    ssh-authorized-keys "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJbDSb1MmkxQ4cbJHbXvqZzT4Hq2oFkXqQb4f6mmAf0B ops"
  }

  file "/srv/www/index.html" {
    mode 0644
    contents """
      <h1>Hello from ${hostname}</h1>
      """
  }

  engine docker

  container web {
    image   "docker.io/library/nginx:1.27"
    after   network-online.target
    wants   network-online.target
    publish 80 -> 80/tcp
    volume  "/srv/www" -> "/usr/share/nginx/html" { options ro }
    restart always
  }
}
