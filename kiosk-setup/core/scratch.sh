# shellcheck shell=bash
# A folder for the work of one run. It is taken away at the end, but never what is on a partition that is still mounted in it.

begin_scratch() {
  SCRATCH=$(mktemp -d)
  trap leave_scratch EXIT
}

# Where a copy failed, the state partition is still mounted there.
leave_scratch() {
  umount -q "$SCRATCH"/*.mounted 2>/dev/null || true
  rm -rf --one-file-system "$SCRATCH"
}

# mount_aside PARTITION [WORDS...]: mounts it where nobody else looks, and says where.
mount_aside() {
  local place=$SCRATCH/state.mounted
  mkdir -p "$place"
  mount "${@:2}" "$1" "$place" && echo "$place"
}
