# A proxy in front of two applications, three copies of one, on networks of their own.
let domain = "example.com"

host proxy {
  targets  ubuntu 24.04
  hostname "proxy.${domain}"
  packages "curl"

  interface eth0 {
    address 10.0.0.5/24
    gateway 10.0.0.1
    dns     10.0.0.2
  }
  engine docker { log-driver journald }
  network front { subnet 172.20.0.0/16 }
  network back  { internal yes }
  volume uploads { }

  defaults container {
    restart always
    network front
  }
  container caddy {
    image   "docker.io/library/caddy:2.8"
    publish 80 -> 80, 443 -> 443/tcp
    volume  "/etc/caddy" -> "/etc/caddy" { options ro }
    wants   shop, api
    after   shop, api
  }
  container shop {
    image   "ghcr.io/example/shop:1.4"
    network back
    after   api
    volume  uploads -> "/uploads"
    notify  healthy
    healthcheck { port 8080  interval 5s }
  }
  container api {
    image    "ghcr.io/example/api:2.0"
    publish  127.0.0.1:9000-9002 -> 9000/tcp
    replicas 3
    env      INSTANCE = "${instance}"
  }
  file "/etc/caddy/Caddyfile" {
    mode 0644
    contents """
      shop.${domain} { reverse_proxy shop:8080 }
      """
  }
  firewall {
    default deny
    open    22/tcp { source 10.0.0.0/24 }
    open    80/tcp, 443/tcp
  }
}
