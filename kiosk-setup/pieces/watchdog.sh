# shellcheck shell=bash
# A machine that hangs restarts itself, where it has the part for it.

watchdog_wants() {
  # The watchdog of a Raspberry Pi cannot wait longer than 15 seconds. Machines without one ignore this.
  want_file /etc/systemd/system.conf.d/kiosk-watchdog.conf 644 <<'END'
[Manager]
RuntimeWatchdogSec=14
RebootWatchdogSec=2min
END
}

watchdog_check() {
  local device
  device=$(find /sys/class/watchdog -name 'watchdog[0-9]*' 2>/dev/null | head -n 1)
  if [ -z "$device" ]; then
    untestable watchdog why.no-watchdog
  else
    check_that watchdog is_value "$device/state" active
  fi
}
