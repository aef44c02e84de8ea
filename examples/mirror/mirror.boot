# A boot disk in two copies, encrypted by the machine's TPM, and a mirrored /var.
host mirror {
  targets  fedora-coreos
  hostname "mirror"

  boot-device {
    layout x86_64
    mirror { devices "/dev/sda", "/dev/sdb" }
    luks { tpm2 yes }
  }
  disk first {
    device "/dev/sda"
    partition root-1 { size 10GiB }
    partition var-1  { size rest }
  }
  disk second {
    device "/dev/sdb"
    partition root-2 { size 10GiB }
    partition var-2  { size rest }
  }
  raid md-var {
    level   raid1
    devices partition var-1, partition var-2
  }
  filesystem var {
    device          raid md-var
    format          xfs
    path            "/var"
    wipe-filesystem yes
  }
}
