# shellcheck shell=bash
# Nothing writes over the screen, it does not go dark by itself, and what the system notes stays in memory.

messages_wants() {
  want_file /etc/sysctl.d/zz-kiosk-messages.conf 644 <<'END'
kernel.printk = 1 4 1 7
END
  want_file /etc/systemd/journald.conf.d/kiosk-setup.conf 644 <<'END'
[Journal]
Storage=volatile
RuntimeMaxUse=16M
ForwardToConsole=no
ForwardToWall=no
END
}

messages_check() {
  check_that quiet is_value /proc/sys/kernel/printk '1 4 1 7'
  if [ -r /sys/module/kernel/parameters/consoleblank ]; then
    # Not the value of now: while the place is closed the screen goes off after a minute.
    check_that no-blanking grep -qw consoleblank=0 /proc/cmdline
  else
    untestable no-blanking why.no-console
  fi
  check_journal
}

check_journal() {
  if ! has_systemd; then
    untestable journal why.no-systemd
  elif [ -d /run/log/journal ] && ! lsof_journal | grep -q ' /var/log/journal'; then
    passed journal
  else
    failed journal
  fi
}

# The files that the journal has open now.
lsof_journal() {
  find /proc/"$(systemctl show -p MainPID --value systemd-journald.service)"/fd -type l -printf ' %l\n' 2>/dev/null
}
