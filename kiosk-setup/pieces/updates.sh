# shellcheck shell=bash
# Nothing changes by itself: updates are made by staff, with `kiosk-setup --update`, and can be taken back.

updates_wants() {
  want_masked apt-daily.timer apt-daily.service apt-daily-upgrade.timer apt-daily-upgrade.service apt-listchanges.timer \
    apt-listchanges.service unattended-upgrades.service e2scrub_all.timer e2scrub_reap.service fstrim.timer man-db.timer \
    logrotate.timer dpkg-db-backup.timer systemd-random-seed.service
}

updates_check() {
  local running
  if ! has_systemd; then
    untestable updates why.no-systemd
    return 0
  fi
  running=$(systemctl list-timers --no-legend --plain 'apt-*' 'man-db*' 'fstrim*' 'logrotate*' 'dpkg-db*' 'e2scrub*' |
    grep -oE '[a-z0-9-]+\.timer' | paste -sd ' ')
  if [ -z "$running" ] && ! systemctl is-active --quiet unattended-upgrades.service; then
    passed updates
  else
    failed updates "$running"
  fi
}
