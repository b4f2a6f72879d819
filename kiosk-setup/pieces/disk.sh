# shellcheck shell=bash
# The system itself is never written: a cut of the power cannot damage it, and nothing that happens stays.
#
# A read-only root instead of an overlay: there is no second layer that could still write, and what a program wants to keep
# fails at once where it can be seen, instead of vanishing at the next start.

# Folders that programs must be able to write while the kiosk runs, with their rights; kept in memory. In maintenance they
# are the disk's, since updates write there what has to stay, and more than fits into memory.
VOLATILE_FOLDERS=('/tmp 1777 32M' '/var/tmp 1777 16M' '/var/log 755 16M' '/var/lib/systemd/timesync 755 1M'
  '/var/lib/dhcp 755 1M' '/var/lib/NetworkManager 755 1M')

disk_wants() {
  local folder mode size
  [ ! -f "$ROOT/etc/fstab" ] || read_only_fstab <"$ROOT/etc/fstab" | want_file /etc/fstab "$(stat -c %a "$ROOT/etc/fstab")"
  for folder in "${VOLATILE_FOLDERS[@]}"; do
    read -r folder mode size <<<"$folder"
    [ ! -d "$ROOT$folder" ] || want_volatile "$folder" "$mode" "$size"
  done
  want_unit kiosk-open-disk.service local-fs.target <<'END'
[Unit]
Description=In maintenance, the system can be changed
ConditionKernelCommandLine=kiosk.maintenance
DefaultDependencies=no
After=systemd-remount-fs.service
Before=local-fs.target kiosk-state.service systemd-tmpfiles-setup.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/mount -o remount,rw /
ExecStart=-/bin/mount -o remount,rw /boot
ExecStart=-/bin/mount -o remount,rw /boot/efi
END
}

want_volatile() {
  local unit
  # None of these names has a sign that systemd would escape.
  unit=$(tr / - <<<"${1#/}").mount
  want_unit "$unit" local-fs.target <<END
[Unit]
Description=$1 in memory
ConditionKernelCommandLine=!kiosk.maintenance
DefaultDependencies=no
Conflicts=umount.target
Before=local-fs.target umount.target
After=swap.target

[Mount]
What=tmpfs
Where=$1
Type=tmpfs
Options=mode=$2,size=$3,nosuid,nodev,noexec,strictatime
END
}

# Every file system of a disk gets `ro`; the rest of the file stays as it is.
read_only_fstab() {
  awk '
    /^[[:space:]]*(#|$)/ || $2 !~ /^\// || $2 ~ /^\/media\// || $3 !~ /^(ext[234]|xfs|btrfs|vfat|f2fs|auto)$/ { print; next }
    {
      options = "ro,noatime"
      count = split($4, all, ",")
      for (i = 1; i <= count; i++)
        if (all[i] !~ /^(defaults|rw|ro|noatime|relatime)$/) options = options "," all[i]
      $4 = options
      print
    }'
}

disk_check() {
  check_read_only
  check_volatile
}

# Looks by writing: what a table of mounts says is not what a disk does.
check_read_only() {
  local folder where written=''
  for folder in / /etc /usr /boot /boot/efi /home /root /var /var/lib; do
    [ -d "$folder" ] || continue
    where=${folder%/}/.kiosk-setup-writes-here
    if (: >"$where") 2>/dev/null; then
      rm -f "$where"
      written+=" $folder"
    fi
  done
  if [ -z "$written" ]; then
    passed read-only
  else
    failed read-only "${written# }"
  fi
}

check_volatile() {
  local folder kept=''
  for folder in /tmp /var/tmp /var/log /run; do
    [ "$(findmnt -no FSTYPE -T "$folder")" = tmpfs ] || kept+=" $folder"
  done
  if [ -z "$kept" ]; then
    passed volatile
  else
    failed volatile "${kept# }"
  fi
}
