# Podman containers as quadlets, updates that ask a lock, a raw unit and a kernel argument.
host pods {
  targets  fedora-coreos
  hostname "pods"
  ntp      "time.example.com"

  network apps { engine podman  subnet 10.89.0.0/24 }
  container app {
    image   "quay.io/example/app:3"
    engine  podman
    network apps
    publish 8080 -> 80
    restart always
    env     MODE = "production"
  }
  quadlet sleepy.container {
    contents '''
      [Container]
      Image=quay.io/fedora/fedora:latest
      Exec=sleep infinity
      [Install]
      WantedBy=multi-user.target
      '''
  }
  unit hello.service {
    contents '''
      [Unit]
      Description=Says hello once
      [Service]
      Type=oneshot
      ExecStart=/usr/bin/echo hello
      [Install]
      WantedBy=multi-user.target
      '''
  }
  kernel-arguments { should-exist "mitigations=auto,nosmt" }
  updates {
    strategy fleet-lock
    lock-url "http://airlock.example.com:3333"
  }
}
