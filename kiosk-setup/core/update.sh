# shellcheck shell=bash
# Updates of the system: only when staff ask for them, only in maintenance, and they can be taken back.
#
# Before anything changes, the whole system is kept in one file. Taking the update back unpacks it and removes what came
# after it. Packages of the boot loader are left alone: a part of them lies outside any file.

UPDATE_COPY=$RECORD_FOLDER/before-update.tar.gz

update() {
  load_kept_answers
  ensure_writable
  say update.keeping
  keep_system || fail 3 error.no-space-for-update
  say update.running
  if run_update; then
    [ ! -d "$STATE_MOUNT/kiosk" ] || : >"$STATE_MOUNT/self-test-wanted"
    say update.done
  else
    fail 3 error.update
  fi
}

# The file systems that hold the system, but for what is only a cache.
system_mounts() {
  local place
  for place in / /boot /boot/efi; do
    ! mountpoint -q "$place" || echo ".${place%/}"
  done
}

keep_system() {
  local places
  mapfile -t places < <(system_mounts)
  mkdir -p "$RECORD_FOLDER"
  rm -f "$UPDATE_COPY.new"
  if tar -C / --create --gzip --one-file-system --numeric-owner --xattrs --warning=no-file-changed \
    --exclude="./${UPDATE_COPY#/}*" --exclude=./var/cache/apt --exclude=./var/lib/apt/lists \
    --file "$UPDATE_COPY.new" "${places[@]}"; then
    sync "$UPDATE_COPY.new"
    mv -f "$UPDATE_COPY.new" "$UPDATE_COPY"
  else
    rm -f "$UPDATE_COPY.new"
    return 1
  fi
}

run_update() {
  local -a held
  mapfile -t held < <(dpkg-query -W -f '${Package}\n' 'grub-*' 'shim-*' 2>/dev/null |
    grep -vxF -f <(apt-mark showhold; echo) || true)
  [ ${#held[@]} -eq 0 ] || apt-mark hold "${held[@]}" >/dev/null
  local status=0
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get --yes --with-new-pkgs \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold upgrade; } || status=$?
  [ ${#held[@]} -eq 0 ] || apt-mark unhold "${held[@]}" >/dev/null
  return "$status"
}

undo_update() {
  load_kept_answers
  [ -s "$UPDATE_COPY" ] || { say update.nothing-kept; return 1; }
  ensure_writable
  say update.taking-back
  [ -n "$IS_YES" ] || ask_yes
  # tar takes each file away before it writes the old one, so a library in use stays whole for whoever uses it.
  tar -C / --extract --gzip --preserve-permissions --numeric-owner --xattrs --file "$UPDATE_COPY" || fail 3 error.update
  remove_what_came_after
  sync
  say update.taken-back
}

remove_what_came_after() {
  local places
  mapfile -t places < <(system_mounts)
  # Without `literal`, tar writes a name with a backslash (systemd has some) in another way than find does.
  tar --list --gzip --quoting-style=literal --file "$UPDATE_COPY" | sed 's,/$,,' | sort -u >"$SCRATCH/before"
  (cd / && find "${places[@]}" -xdev \( -path "./${RECORD_FOLDER#/}" -o -path ./var/cache/apt -o -path ./var/lib/apt/lists \
    -o -path "./${SCRATCH#/}" \) -prune -o \( -type f -o -type l \) -print) | sort -u >"$SCRATCH/now"
  comm -13 "$SCRATCH/before" "$SCRATCH/now" | (cd / && while IFS= read -r path; do rm -f -- "$path"; done)
}
