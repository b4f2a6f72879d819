# shellcheck shell=bash
# What the kiosk keeps (counts, packs) stands on a small partition of its own, the only one that is written.
#
# The partition is found by its label. A guided installation of Debian makes a swap partition; a kiosk must not swap, so
# that one becomes the state partition, and no volunteer has to partition a disk. Where there is none, but a part of the disk
# that no partition uses, one is cut from that. It is mounted at /var/lib/kiosk-state,
# which belongs to root, and its folder `kiosk` at /var/lib/kiosk: what root keeps (the last known time) does not lie in a
# folder in which the kiosk's user may put links.

STATE_LABEL=kiosk-state
STATE_MOUNT=/var/lib/kiosk-state
STATE_MIB_MIN=64
# So much is cut from the unused end of a disk.
STATE_MIB_CUT=1024
SECTORS_PER_MIB=2048

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
  elif [ -n "$(place_for_state)" ]; then
    say plan.state.cut "$(disk_of_root)"
  else
    say plan.state.missing
  fi
}

# As machine/state finds it: on the system's own disk, where that is one.
state_partition() {
  local disk
  disk=$(disk_of_root)
  # blkid ends with 2 where it finds none.
  { blkid --cache-file /dev/null -t "LABEL=$STATE_LABEL" -o device 2>/dev/null || true; } |
    if [ -n "$disk" ]; then grep -xF "$(lsblk -nrpo PATH "$disk")" || true; else cat; fi | head -n 1
}

# The disk on which the system is; nothing where it lies on several.
disk_of_root() {
  { lsblk -nrspo PATH,TYPE "$(findmnt -no SOURCE /)" 2>/dev/null || true; } |
    awk '$2 == "disk" && !seen[$1]++ { disk = $1; disks++ } END { if (disks == 1) print disk }'
}

# A swap partition of this machine's own disk that is large enough.
usable_swap() {
  local path type size disk
  disk=$(disk_of_root)
  [ -n "$disk" ] || return 0
  while read -r path type size; do
    [ "$type" = swap ] && [ "$size" -ge $((STATE_MIB_MIN * 1024 * 1024)) ] || continue
    echo "$path"
    return 0
  done < <(lsblk -bnro PATH,FSTYPE,SIZE "$disk")
}

# Where a new partition may begin, in sectors: in the unused end of the disk, if that is large enough and the table of
# partitions has a place left.
place_for_state() {
  local disk
  disk=$(disk_of_root)
  [ -z "$disk" ] || free_place_at_end "$disk"
}

# free_place_at_end DISK. A disk may be a file here.
free_place_at_end() {
  local begin last start
  command -v sfdisk >/dev/null || return 0
  # The last of all unused places, with its first and last sector; it counts only behind the last partition.
  read -r begin last < <(sfdisk --list-free "$1" 2>/dev/null | awk '$1 ~ /^[0-9]+$/ { place = $1 " " $2 } END { print place }')
  [ -n "${last:-}" ] && [ "$begin" -gt "$(last_partitioned_sector "$1")" ] || return 0
  start=$(((begin + SECTORS_PER_MIB - 1) / SECTORS_PER_MIB * SECTORS_PER_MIB))
  [ $((last - start + 1)) -ge $((STATE_MIB_CUT * SECTORS_PER_MIB)) ] || return 0
  # sfdisk ends well where its table is full: only what it says tells.
  ! new_partition "$1" "$start" --no-act 2>/dev/null | grep 'Created a new partition' >/dev/null || echo "$start"
}

last_partitioned_sector() {
  { sfdisk --list --output End "$1" 2>/dev/null || true; } | awk '/^ *[0-9]+$/ && $1 > last { last = $1 } END { print last + 0 }'
}

# new_partition DISK START [WORDS...]
new_partition() {
  local disk=$1 start=$2
  shift 2
  # The disk is in use, since the system is on it: the kernel is told of this partition alone, by partx.
  echo "start=$start, size=$((STATE_MIB_CUT * SECTORS_PER_MIB)), type=linux" |
    sfdisk --append --force --no-reread --no-tell-kernel "$@" "$disk"
}

# number_of_partition DISK START; nothing where none begins there.
number_of_partition() {
  { partx --raw --noheadings --output NR,START "$1" 2>/dev/null || true; } | awk -v start="$2" '$2 == start { print $1 }'
}

# partition_path DISK NUMBER
partition_path() {
  [[ $1 =~ [0-9]$ ]] && echo "${1}p$2" || echo "$1$2"
}

# Cuts the partition, or finds the one that a run cut off had cut. It is noted first, for that run and for --undo.
cut_partition() {
  local disk start number
  read -r disk start < <(noted state-was-unused) || true
  if [ -z "${start:-}" ]; then
    disk=$(disk_of_root)
    start=$(place_for_state)
    [ -n "$start" ] || return 0
    note state-was-unused "$disk $start"
  fi
  [ -n "$(number_of_partition "$disk" "$start")" ] || new_partition "$disk" "$start" >/dev/null
  number=$(number_of_partition "$disk" "$start")
  partx --add --nr "$number" "$disk" 2>/dev/null || true
  udevadm settle --timeout=10 || true
  partition_path "$disk" "$number"
}

state_acts() {
  local partition
  partition=$(state_partition)
  if [ -z "$partition" ]; then
    partition=$(usable_swap)
    if [ -n "$partition" ]; then
      note state-was-swap "$(blkid --cache-file /dev/null -s UUID -o value "$partition")"
      swapoff "$partition" 2>/dev/null || true
    else
      partition=$(cut_partition)
      [ -n "$partition" ] || { say state.missing; return 0; }
    fi
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
  mounted=$(mount_aside "$1")
  if [ ! -d "$mounted/kiosk" ]; then
    rm -rf "$mounted/kiosk.new"
    cp -a /var/lib/kiosk "$mounted/kiosk.new"
    mv "$mounted/kiosk.new" "$mounted/kiosk"
  fi
  : >"$mounted/self-test-wanted"
  umount "$mounted"
}

# Undo: what was counted comes back, and the partition is swap again, or is none.
state_undo() {
  local partition uuid disk start
  partition=$(state_partition)
  [ -z "$partition" ] || take_state_back "$partition"
  uuid=$(noted state-was-swap)
  [ -z "$uuid" ] || [ -z "$partition" ] || mkswap -q -f -U "$uuid" "$partition"
  read -r disk start < <(noted state-was-unused) || true
  [ -z "${start:-}" ] || remove_partition "$disk" "$start"
}

take_state_back() {
  local mounted
  ! findmnt -n /var/lib/kiosk >/dev/null || umount /var/lib/kiosk
  ! findmnt -n $STATE_MOUNT >/dev/null || umount $STATE_MOUNT
  mounted=$(mount_aside "$1" -o ro)
  [ ! -d "$mounted/kiosk" ] || cp -a "$mounted/kiosk/." /var/lib/kiosk/
  umount "$mounted"
}

remove_partition() {
  local number
  number=$(number_of_partition "$1" "$2")
  [ -n "$number" ] || return 0
  wipefs --quiet --all "$(partition_path "$1" "$number")" || true
  sfdisk --quiet --force --no-reread --no-tell-kernel --delete "$1" "$number"
  partx --delete --nr "$number" "$1" 2>/dev/null || true
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
