# shellcheck shell=bash
# The coordinator of all kiosks knows this one: it has a key, and the end of a set-up shows the line that enrols it.
#
# The key lies with the counts that it signs: it moves to the partition with them, stays when a set-up is undone, and goes
# when the package is purged.

enrolment_wants() {
  # The program makes the key itself, as its own user.
  want_folder /var/lib/kiosk
}

# Comes before the piece `state`, which takes the key along.
enrolment_acts() {
  install -d -o kiosk -g kiosk -m 700 /var/lib/kiosk
  # What went wrong is shown at the end, where the line would be.
  enrolment_line >/dev/null 2>&1 || true
}

enrolment_line() {
  runuser -u kiosk -- kiosk indicators enrol --state /var/lib/kiosk --config /etc/kiosk/kiosk.toml
}

show_enrolment() {
  local line
  [ -z "$ROOT" ] && command -v kiosk >/dev/null || return 0
  if line=$(enrolment_line 2>&1); then
    say setup.enrolment "$line"
  else
    say setup.no-enrolment "$line"
  fi
}

enrolment_check() {
  check_that enrolment test -s /var/lib/kiosk/kiosk.key
}
