# shellcheck shell=bash
# A machine that cannot start says so in words and tries again; it never shows a command line.

rescue_wants() {
  local unit
  want_program cannot-start
  for unit in emergency rescue; do
    want_file /etc/systemd/system/$unit.service.d/kiosk-setup.conf 644 <<END
[Service]
ExecStartPre=
ExecStart=
ExecStart=-$MACHINE_FOLDER/cannot-start $unit
END
  done
  want_file "$MACHINE_FOLDER/cannot-start.txt" 644 < <(say machine.cannot-start)
}

rescue_check() {
  local unit
  if ! has_systemd; then
    untestable rescue why.no-systemd
    return 0
  fi
  for unit in emergency rescue; do
    if ! systemctl show -p ExecStart --value $unit.service | grep -qF "$MACHINE_FOLDER/cannot-start" ||
      systemctl show -p ExecStart --value $unit.service | grep -qF sulogin; then
      failed rescue
      return 0
    fi
  done
  passed rescue
}
