# shellcheck shell=bash
# What is typed stays in memory and is gone with it: no swap, no core dumps.
#
# zram would keep swap in memory; the kiosk needs a few megabytes, so there is none either.

memory_wants() {
  # Every swap unit hangs on this target, also those that systemd makes by itself from the types of partitions.
  want_masked swap.target
  want_file /etc/sysctl.d/zz-kiosk-memory.conf 644 <<'END'
kernel.core_pattern = |/bin/false
kernel.core_uses_pid = 0
fs.suid_dumpable = 0
END
  want_file /etc/systemd/system.conf.d/kiosk-memory.conf 644 <<'END'
[Manager]
DefaultLimitCORE=0
END
  want_file /etc/systemd/coredump.conf.d/kiosk-setup.conf 644 <<'END'
[Coredump]
Storage=none
ProcessSizeMax=0
END
  want_file /etc/security/limits.d/kiosk-setup.conf 644 <<'END'
* hard core 0
root hard core 0
END
}

memory_check() {
  check_that no-swap has_no_disk_swap
  check_core_dump
  check_private_state
}

# Swap in memory (zram) is none on a disk.
has_no_disk_swap() {
  ! tail -n +2 /proc/swaps | grep -qv '^/dev/zram'
}

# A child that holds a marker crashes. Neither a file nor the memory of systemd-coredump may have it afterwards.
check_core_dump() {
  local folder marker
  marker=kiosk-setup-$RANDOM$RANDOM
  folder=$(mktemp -d /dev/shm/kiosk-check.XXXXXX)
  # The braces keep what the shell says about the crash off the report.
  { (cd "$folder" && ulimit -c unlimited; MARKER=$marker exec perl -e 'kill SEGV => $$; sleep 5') || true; } >/dev/null 2>&1
  if ! grep -rqs "$marker" "$folder" /var/lib/systemd/coredump /var/crash && [ -z "$(ls -A "$folder")" ]; then
    passed no-core
  else
    failed no-core
  fi
  rm -rf "$folder"
}

check_private_state() {
  check_that private-state test "$(stat -c '%a %U' /var/lib/kiosk 2>/dev/null)" = '700 kiosk'
}
