# shellcheck shell=bash
# The kiosk starts with the machine, and comes back by itself when it fails or hangs.

SECURITY_EXPOSURE_MAX=0.3
# With a compositor: it needs the graphics device, and hears what is plugged in.
SECURITY_EXPOSURE_MAX_OF_TOUCH=1.0
# Two seconds on a quiet machine; more here, since the self-test also runs while a machine still starts. If it takes longer
# the report says how long, up to the time that systemd allows for a start.
BACK_WITHIN_SECONDS=5
START_SECONDS_MAX=30

program_wants() {
  # The unit comes with the package and is not switched on by it.
  want_link /etc/systemd/system/multi-user.target.wants/kiosk.service "$(unit_path kiosk.service)"
  want_link /etc/systemd/system/default.target /lib/systemd/system/multi-user.target
  want_file /etc/systemd/system/kiosk.service.d/kiosk-setup.conf 644 <<'END'
[Unit]
# In maintenance the screen belongs to staff.
ConditionKernelCommandLine=!kiosk.maintenance
# Not required: if a lock fails, the self-test says so, and residents have their kiosk.
Wants=kiosk-lock.service kiosk-state.service
After=kiosk-lock.service kiosk-state.service
END
}

unit_path() {
  local folder
  for folder in /lib/systemd/system /usr/lib/systemd/system; do
    [ ! -e "$ROOT$folder/$1" ] || { echo "$folder/$1"; return 0; }
  done
  echo "/lib/systemd/system/$1"
}

program_check() {
  if ! has_systemd; then
    untestable running why.no-systemd
    untestable restart why.no-systemd
    untestable sandbox why.no-systemd
    return 0
  fi
  check_that running systemctl is-active --quiet kiosk.service
  check_restart
  check_sandbox
  check_that boot-target test "$(systemctl get-default)" = multi-user.target
}

# Kills the program and waits for another one. How long it took is what systemd noted: looking takes time from the start.
check_restart() {
  local before begin=$SECONDS killed_ms back_ms
  before=$(main_process)
  if [ "${before:-0}" -eq 0 ]; then
    failed restart
    return 0
  fi
  kill -KILL "$before"
  killed_ms=$(awk '{ printf "%d", $1 * 1000 }' /proc/uptime)
  until is_back "$before" || [ $((SECONDS - begin)) -ge $START_SECONDS_MAX ]; do
    sleep 1
  done
  back_ms=$(($(systemctl show -p ActiveEnterTimestampMonotonic --value kiosk.service) / 1000))
  if ! is_back "$before"; then
    failed restart "> $START_SECONDS_MAX s"
  elif [ $((back_ms - killed_ms)) -gt $((BACK_WITHIN_SECONDS * 1000)) ]; then
    failed restart "$((back_ms - killed_ms)) ms"
  else
    passed restart
  fi
}

is_back() {
  systemctl is-active --quiet kiosk.service && [ "$(main_process)" != "$1" ]
}

main_process() {
  systemctl show -p MainPID --value kiosk.service
}

check_sandbox() {
  local exposure max=$SECURITY_EXPOSURE_MAX
  ! is_touch || max=$SECURITY_EXPOSURE_MAX_OF_TOUCH
  exposure=$(systemd-analyze security --no-pager kiosk.service 2>/dev/null |
    sed -nE 's/.*Overall exposure level for kiosk.service: ([0-9.]+).*/\1/p')
  if [ -n "$exposure" ] && awk -v is="$exposure" -v max="$max" 'BEGIN { exit !(is <= max) }'; then
    passed sandbox
  else
    failed sandbox "$exposure"
  fi
}
