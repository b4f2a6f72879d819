# shellcheck shell=bash
# What is typed stays in memory and is gone with it: no swap on a disk, no core dumps.
#
# Swap in memory (zram) writes to no disk. The kiosk gains nothing from it and has none. In maintenance updates need more, and
# machines with little memory get it there.

# Machines with 1 GB tell less: firmware and kernel keep a part.
ZRAM_BELOW=1100M

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
  want_program zram
  want_unit kiosk-zram.service multi-user.target <<END
[Unit]
Description=In maintenance, more room in a small memory
ConditionKernelCommandLine=kiosk.maintenance
ConditionMemory=<$ZRAM_BELOW
Before=kiosk-maintenance.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$MACHINE_FOLDER/zram
END
}

memory_check() {
  check_that no-swap has_no_disk_swap
  check_core_dump
  check_private_state
}

# Swap in memory (zram) is none on a disk, unless it was told to write back to one. Looks at this machine, or at the tree of
# one that is given.
has_no_disk_swap() {
  local tree=${1:-} name rest backing
  while read -r name rest; do
    [[ $name == /dev/zram* ]] || return 1
    backing=$(cat "$tree/sys/block/${name#/dev/}/backing_dev" 2>/dev/null) || backing=none
    [ "$backing" = none ] || return 1
  done < <(tail -n +2 "$tree/proc/swaps")
}

# A child that holds a marker crashes. Neither a file nor the memory of systemd-coredump may have it afterwards.
check_core_dump() {
  local folder marker
  marker=kiosk-setup-$RANDOM$RANDOM
  folder=$SCRATCH/crash
  mkdir "$folder"
  # The braces keep what the shell says about the crash off the report.
  { (cd "$folder" && ulimit -c unlimited; MARKER=$marker exec perl -e 'kill SEGV => $$; sleep 5') || true; } >/dev/null 2>&1
  if ! grep -rqs "$marker" "$folder" /var/lib/systemd/coredump /var/crash && [ -z "$(ls -A "$folder")" ]; then
    passed no-core
  else
    failed no-core
  fi
}

check_private_state() {
  check_that private-state test "$(stat -c '%a %U' /var/lib/kiosk 2>/dev/null)" = '700 kiosk'
}
