# shellcheck shell=bash
# The screen is off while the place is closed.
#
# A key lights it again: somebody may be there; but with a touch screen the kiosk is stopped meanwhile. Switching the machine
# off is only done where it was asked for (`closing = power-off`), since a machine that does not wake by itself is a kiosk that
# stays dark; machine/hours then makes sure that the alarm is set before it switches off.

hours_wants() {
  want_program hours
  # A place that has not said when it is open keeps its screen on.
  has_hours hours || return 0
  want_moment open 'The place opens: the screen is on'
  want_moment close 'The place closes: the screen is off'
}

# want_moment open|close DESCRIPTION: a timer of all openings or closings of the week.
want_moment() {
  want_file "/etc/systemd/system/kiosk-$1.service" 644 <<END
[Unit]
Description=$2
ConditionKernelCommandLine=!kiosk.maintenance

[Service]
Type=oneshot
ExecStart=$MACHINE_FOLDER/hours $1 $(closing_way) ${ANSWER[display]:-console}
END
  {
    printf '[Unit]\nDescription=%s\n\n[Timer]\nAccuracySec=1s\n' "$2"
    moments "$1"
  } | want_unit "kiosk-$1.timer" timers.target
}

closing_way() {
  printf '%s' "${ANSWER[closing]:-screen-off}"
}

moments() {
  local day hours part time
  for day in "${DAYS[@]}"; do
    hours=${ANSWER[hours.$day]:-}
    for part in ${hours//,/ }; do
      if [ "$1" = open ]; then time=${part%-*}; else time=${part#*-}; fi
      printf 'OnCalendar=%s *-*-* %s:00 Europe/Brussels\n' "${day:0:3}" "$time"
    done
  done
}

hours_check() {
  if ! has_hours hours; then
    untestable hours why.no-hours
  elif ! has_systemd; then
    untestable hours why.no-systemd
  elif systemctl is-active --quiet kiosk-open.timer && systemctl is-active --quiet kiosk-close.timer &&
    [ -n "$(systemctl show -p NextElapseUSecRealtime --value kiosk-close.timer)" ]; then
    passed hours
  else
    failed hours
  fi
  [ "$(closing_way)" = screen-off ] || check_that wake test -e /sys/class/rtc/rtc0/wakealarm
}
