# shellcheck shell=bash
# No key stops the machine or gets out of the program: Ctrl-Alt-Del, the kernel's SysRq keys, the keys of the console.
#
# The keys themselves are taken out of the keymap by machine/lock at each start, after the keymap was loaded. Scroll Lock is
# one of them: it stops what the kiosk writes, the kiosk then no longer feeds its watchdog, and is restarted for ever.

keys_wants() {
  want_masked ctrl-alt-del.target
  want_file /etc/systemd/system.conf.d/kiosk-keys.conf 644 <<'END'
[Manager]
CtrlAltDelBurstAction=none
END
  # The name comes after 99-sysctl.conf, which would otherwise have the last word.
  want_file /etc/sysctl.d/zz-kiosk-keys.conf 644 <<'END'
kernel.sysrq = 0
kernel.ctrl-alt-del = 0
END
}

keys_check() {
  check_keymap
  check_that sysrq is_value /proc/sys/kernel/sysrq 0
  check_ctrl_alt_del
  check_num_lock
}

check_keymap() {
  local left
  if ! has_console; then
    untestable keymap why.no-console
    return 0
  fi
  left=$(dumpkeys --keys-only --full-table | grep -cE "$(sed -n "s/^console_keys='\(.*\)'$/\1/p" "$HERE/machine/lock")" || true)
  if [ "$left" -eq 0 ]; then
    passed keymap
  else
    failed keymap "$left"
  fi
}

check_ctrl_alt_del() {
  if ! has_systemd; then
    untestable ctrl-alt-del why.no-systemd
  elif [ "$(systemctl show -p LoadState --value ctrl-alt-del.target)" = masked ] &&
    is_value /proc/sys/kernel/ctrl-alt-del 0 && [ "$(systemctl show -p CtrlAltDelBurstAction --value)" = none ]; then
    passed ctrl-alt-del
  else
    failed ctrl-alt-del
  fi
}

check_num_lock() {
  if ! has_console; then
    untestable num-lock why.no-console
  else
    check_that num-lock is_num_lock_on
  fi
}

is_num_lock_on() {
  setleds </dev/tty1 | grep -qE 'Current flags: +NumLock on'
}
