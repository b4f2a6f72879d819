#!/usr/bin/env bats
# Where a partition may be cut from a disk, on files that are disks; and which swap is on one.

setup() {
  command -v sfdisk >/dev/null || skip "there is no sfdisk"
  # shellcheck source=/dev/null
  . "$BATS_TEST_DIRNAME/../pieces/state.sh"
  # shellcheck source=/dev/null
  . "$BATS_TEST_DIRNAME/../pieces/memory.sh"
  DISK=$BATS_TEST_TMPDIR/disk
}

# disk GIB TABLE: a disk with these lines for sfdisk.
disk() {
  rm -f "$DISK"
  truncate -s "$1G" "$DISK"
  sfdisk --quiet "$DISK" <<<"$2"
}

partitions() {
  sfdisk --dump "$DISK" | grep -E 'start=' | sed 's/^[^:]*: //; s/, uuid=.*//'
}

@test "the unused end of a disk becomes a partition, the others stay, and undo takes it away" {
  for label in gpt dos; do
    disk 8 $'label: '$label$'\nstart=2048, size=4GiB'
    before=$(partitions)
    start=$(free_place_at_end "$DISK")
    [ "$start" -eq $((4 * 1024 * 2048 + 2048)) ]
    new_partition "$DISK" "$start" >/dev/null
    [ "$(partitions | head -n 1)" = "$before" ]
    [ "$(number_of_partition "$DISK" "$start")" -eq 2 ]
    [[ $(partitions | tail -n 1) == *"size= "*"$((1024 * 2048))"* ]]
    sfdisk --quiet --delete "$DISK" 2
    [ "$(partitions)" = "$before" ]
  done
}

@test "to look where a partition may be cut changes nothing" {
  disk 8 $'label: gpt\nstart=2048, size=4GiB'
  # Where tables of partitions lie: the beginning and the end.
  ends() { { head -c 1M "$DISK"; tail -c 1M "$DISK"; } | sha256sum; }
  before=$(ends)
  free_place_at_end "$DISK"
  [ "$(ends)" = "$before" ]
}

@test "Debian's usual table of a PC without swap has its place behind the extended partition" {
  disk 8 $'label: dos\nstart=2048, size=3GiB\nsize=2GiB, type=extended\n5: size=1GiB, type=linux'
  start=$(free_place_at_end "$DISK")
  [ "$start" -ge $((5 * 1024 * 2048)) ]
  new_partition "$DISK" "$start" >/dev/null
  number_of_partition "$DISK" "$start" | grep -qx 3
}

@test "nothing is cut where there is no room, no place in the table, or only a hole between partitions" {
  disk 8 $'label: gpt\nstart=2048, size=7200MiB'
  [ -z "$(free_place_at_end "$DISK")" ]
  disk 8 $'label: dos\nsize=1GiB\nsize=1GiB\nsize=1GiB\nsize=1GiB'
  [ -z "$(free_place_at_end "$DISK")" ]
  disk 8 $'label: gpt\nstart=2048, size=1GiB\nstart=12582912, size=2GiB'
  [ -z "$(free_place_at_end "$DISK")" ]
  disk 8 $'label: dos\nstart=2048, size=1GiB\nsize=7100MiB, type=extended\n5: size=1GiB, type=linux'
  [ -z "$(free_place_at_end "$DISK")" ]
  truncate -s 8G "$BATS_TEST_TMPDIR/empty"
  [ -z "$(free_place_at_end "$BATS_TEST_TMPDIR/empty")" ]
}

# swaps [NAME...] makes the tree of a machine with these.
swaps() {
  TREE=$BATS_TEST_TMPDIR/tree
  mkdir -p "$TREE/proc" "$TREE/sys/block/zram0"
  printf 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n' >"$TREE/proc/swaps"
  for name in "$@"; do
    printf '%s\tpartition\t1048572\t\t0\t\t-2\n' "$name" >>"$TREE/proc/swaps"
  done
}

@test "a run that ends in the middle takes nothing away from a partition that it has mounted" {
  # shellcheck source=/dev/null
  . "$BATS_TEST_DIRNAME/../core/scratch.sh"
  SCRATCH=$BATS_TEST_TMPDIR/scratch
  mkdir -p "$SCRATCH"
  place=$(mount_aside none -t tmpfs) || skip "nothing can be mounted here"
  echo counts >"$place/kiosk"
  # Somebody still reads it, so it cannot be unmounted.
  exec 7<"$place/kiosk"
  leave_scratch 2>/dev/null || true
  kept=$(cat "$place/kiosk")
  exec 7<&-
  umount "$place"
  [ "$kept" = counts ]
  leave_scratch
  [ ! -e "$SCRATCH" ]
}

@test "a partition that cannot be mounted is told" {
  # shellcheck source=/dev/null
  . "$BATS_TEST_DIRNAME/../core/scratch.sh"
  SCRATCH=$BATS_TEST_TMPDIR/scratch
  run mount_aside /nowhere
  [ "$status" -ne 0 ]
}

@test "swap in memory is none on a disk; every other swap is, and so is one that writes back to a disk" {
  swaps
  has_no_disk_swap "$TREE"
  swaps /dev/zram0
  has_no_disk_swap "$TREE"
  echo none >"$TREE/sys/block/zram0/backing_dev"
  has_no_disk_swap "$TREE"
  echo /dev/sda5 >"$TREE/sys/block/zram0/backing_dev"
  run has_no_disk_swap "$TREE"
  [ "$status" -eq 1 ]
  for name in /dev/sda5 /dev/zd0 /swapfile; do
    swaps /dev/zram0 $name
    echo none >"$TREE/sys/block/zram0/backing_dev"
    run has_no_disk_swap "$TREE"
    [ "$status" -eq 1 ] || { echo "$name passes"; false; }
  done
}
