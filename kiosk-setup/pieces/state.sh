# shellcheck shell=bash
# What the kiosk keeps (counts, packs) stands on a small partition of its own, the only one that is written.
#
# The partition is found by its label. A guided installation of Debian makes a swap partition; a kiosk must not swap, so
# that one becomes the state partition, and no volunteer has to partition a disk. It is mounted at /var/lib/kiosk-state,
# which belongs to root, and its folder `kiosk` at /var/lib/kiosk: what root keeps (the last known time) does not lie in a
# folder in which the kiosk's user may put links.

STATE_LABEL=kiosk-state
STATE_MOUNT=/var/lib/kiosk-state
STATE_MIB_MIN=64

state_wants() {
  want_program state
  want_unit kiosk-state.service local-fs.target <<END
[Unit]
Description=The partition of what the kiosk keeps
DefaultDependencies=no
After=systemd-remount-fs.service systemd-udevd.service systemd-udev-trigger.service
Wants=systemd-udev-trigger.service
Before=local-fs.target systemd-tmpfiles-setup.service kiosk.service shutdown.target
Conflicts=shutdown.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$MACHINE_FOLDER/state
TimeoutStartSec=120
END
  want_folder $STATE_MOUNT
  want_folder /var/lib/kiosk
}

# What happens to a disk is told before anybody says yes.
state_plan() {
  local partition
  [ -z "$ROOT" ] || { say plan.state.image; return 0; }
  if [ -n "$(state_partition)" ]; then
    say plan.state.there "$(state_partition)"
  elif partition=$(usable_swap) && [ -n "$partition" ]; then
    say plan.state.swap "$partition"
  else
    say plan.state.missing
  fi
}

state_partition() {
  # blkid ends with 2 where it finds none.
  { blkid --cache-file /dev/null -t "LABEL=$STATE_LABEL" -o device 2>/dev/null || true; } | head -n 1
}

# A swap partition of this machine's own disk that is large enough.
usable_swap() {
  local path type size disk
  disk=$({ lsblk -no PKNAME "$(findmnt -no SOURCE /)" 2>/dev/null || true; } | head -n 1)
  [ -n "$disk" ] || return 0
  while read -r path type size; do
    [ "$type" = swap ] && [ "$size" -ge $((STATE_MIB_MIN * 1024 * 1024)) ] || continue
    echo "$path"
    return 0
  done < <(lsblk -bnro PATH,FSTYPE,SIZE "/dev/$disk")
}

state_acts() {
  local partition
  partition=$(state_partition)
  if [ -z "$partition" ]; then
    partition=$(usable_swap)
    [ -n "$partition" ] || { say state.missing; return 0; }
    note state-was-swap "$(blkid --cache-file /dev/null -s UUID -o value "$partition")"
    swapoff "$partition" 2>/dev/null || true
    # It says that there was swap: staff have read that in the plan.
    mkfs.ext4 -q -F -L $STATE_LABEL "$partition" >/dev/null
    udevadm settle --timeout=10 || true
  fi
  move_state_in "$partition"
}

# What the kiosk has counted so far goes along.
move_state_in() {
  local mounted
  findmnt -n "$1" >/dev/null && return 0
  # Otherwise mount says that it still knows the old table of disks.
  ! has_systemd || systemctl daemon-reload
  mounted=$(mktemp -d "$SCRATCH/state.XXXXXX")
  mount "$1" "$mounted"
  if [ ! -d "$mounted/kiosk" ]; then
    rm -rf "$mounted/kiosk.new"
    cp -a /var/lib/kiosk "$mounted/kiosk.new"
    mv "$mounted/kiosk.new" "$mounted/kiosk"
  fi
  : >"$mounted/self-test-wanted"
  umount "$mounted"
}

# Undo: what was counted comes back, and the partition is swap again.
state_undo() {
  local partition uuid mounted
  partition=$(state_partition)
  [ -n "$partition" ] || return 0
  ! findmnt -n /var/lib/kiosk >/dev/null || umount /var/lib/kiosk
  ! findmnt -n $STATE_MOUNT >/dev/null || umount $STATE_MOUNT
  mounted=$(mktemp -d "$SCRATCH/state.XXXXXX")
  mount -o ro "$partition" "$mounted"
  [ ! -d "$mounted/kiosk" ] || cp -a "$mounted/kiosk/." /var/lib/kiosk/
  umount "$mounted"
  uuid=$(noted state-was-swap)
  [ -z "$uuid" ] || mkswap -q -f -U "$uuid" "$partition"
}

state_check() {
  local source
  source=$(findmnt -no SOURCE /var/lib/kiosk 2>/dev/null || true)
  if [ -e /run/kiosk-state-lost ]; then
    failed state "$(cat /run/kiosk-state-lost)"
  elif [ -n "$source" ] && [[ $(findmnt -no OPTIONS /var/lib/kiosk) == *nosuid*nodev*noexec* ]] &&
    [ "$(blkid --cache-file /dev/null -s LABEL -o value "${source%%\[*}")" = $STATE_LABEL ]; then
    passed state
  else
    failed state "$source"
  fi
}
