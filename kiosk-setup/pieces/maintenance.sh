# shellcheck shell=bash
# Staff get in: a start of its own, which the boot password opens, with a menu in their language instead of a command line.
#
# The menu asks for no second password. Who knows the first one can change how the machine starts, and so everything.

maintenance_wants() {
  want_unit kiosk-maintenance.service multi-user.target <<'END'
[Unit]
Description=The menu of staff
ConditionKernelCommandLine=kiosk.maintenance
After=kiosk-state.service kiosk-open-disk.service console-setup.service systemd-user-sessions.service network.target

[Service]
ExecStart=/usr/sbin/kiosk-setup --menu
StandardInput=tty-force
StandardOutput=tty
StandardError=tty
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
Environment=TERM=linux LANG=C.UTF-8
Restart=always
RestartSec=1
END
  # What the locked machine says about itself: tested once after each set-up, and when the menu asks for it.
  want_unit kiosk-self-test.service multi-user.target <<END
[Unit]
Description=The self-test of the locked kiosk
ConditionKernelCommandLine=!kiosk.maintenance
ConditionPathExists=$STATE_MOUNT/self-test-wanted
After=kiosk.service kiosk-lock.service kiosk-state.service kiosk-clock.service

[Service]
Type=oneshot
ExecStart=/usr/sbin/kiosk-setup --self-test
Environment=TERM=linux LANG=C.UTF-8
END
}

maintenance_check() {
  if [ ! -e /boot/grub/grub.cfg ]; then
    untestable maintenance why.no-grub
  else
    check_that maintenance grep -q -- '--id kiosk-maintenance --users kiosk' /boot/grub/grub.cfg
  fi
}
