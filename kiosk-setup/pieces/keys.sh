# shellcheck shell=bash
# No key stops the machine or gets out of the program: Ctrl-Alt-Del, the kernel's SysRq keys, the keys of the console, the
# keys for power and sleep that some keyboards have. The button of the case still switches off: staff need it.
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
  # After 70-power-switch.rules, which lets logind listen to every keyboard for such keys.
  want_file /etc/udev/rules.d/71-kiosk-keys.rules 644 <<'END'
SUBSYSTEM=="input", KERNEL=="event*", SUBSYSTEMS=="usb|serio|bluetooth", TAG-="power-switch"
END
}

keys_check() {
  check_keymap
  check_that sysrq is_value /proc/sys/kernel/sysrq 0
  check_ctrl_alt_del
  check_power_keys
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

# Whether logind listens to a keyboard. It listens to the button of the case, which is on no such bus.
check_power_keys() {
  local device heard=''
  for device in /dev/input/event*; do
    ! udevadm info --query=all "$device" 2>/dev/null | is_heard_keyboard || heard+=" ${device##*/}"
  done
  if [ -z "$heard" ]; then
    passed power-keys
  else
    failed power-keys "${heard# }"
  fi
}

is_heard_keyboard() {
  awk '/^P: .*\/(usb|serio|bluetooth)[0-9]/ { is_keyboard = 1 } /^E: CURRENT_TAGS=.*:power-switch:/ { is_heard = 1 }
    END { exit !(is_keyboard && is_heard) }'
}

check_num_lock() {
  if is_touch; then
    # They give digits by the settings of the compositor, with and without it.
    untestable num-lock why.touch
  elif ! has_console; then
    untestable num-lock why.no-console
  else
    check_that num-lock is_num_lock_on
  fi
}

is_num_lock_on() {
  setleds </dev/tty1 | grep -qE 'Current flags: +NumLock on'
}
