# shellcheck shell=bash
# A clock without a battery is noticed: the last known time is kept, and a clock that stands before it is not believed.
#
# The clock is never set from what was kept. The kiosk believes a date that is not before its build and not before its
# newest visit; a clock that was set to yesterday evening would be believed, and be wrong by as long as the machine was off.
# Left at what the machine says (1970, or the day of its firmware) it is not, and counts go to the month "unsure".

clock_wants() {
  want_program clock
  want_unit kiosk-clock.service multi-user.target <<END
[Unit]
Description=Whether the clock can be believed
After=kiosk-state.service time-set.target
Before=kiosk.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$MACHINE_FOLDER/clock
ExecStop=$MACHINE_FOLDER/clock
END
  want_file /etc/systemd/system/kiosk-clock-hourly.service 644 <<END
[Unit]
Description=Keep the last known time

[Service]
Type=oneshot
ExecStart=$MACHINE_FOLDER/clock
END
  want_unit kiosk-clock-hourly.timer timers.target <<'END'
[Unit]
Description=Keep the last known time

[Timer]
# Not more often: each time is a write to the state partition.
OnBootSec=1h
OnUnitActiveSec=1h
END
}

clock_check() {
  if [ ! -e "$STATE_MOUNT/last-known-time" ]; then
    failed clock
  elif [ -e /run/kiosk-clock-unsure ]; then
    failed clock "$(date '+%d.%m.%Y %H:%M')"
  else
    passed clock
  fi
}
