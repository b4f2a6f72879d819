# shellcheck shell=bash
# There is one screen: nobody gets to another console, and no program asks for a name and a password.
#
# Three locks, since each alone fails somewhere: the kernel refuses to change the screen (VT_LOCKSWITCH), the keymap has no
# keys for it (keys.sh), and no login waits on another screen. The first is an ioctl. perl is in every Debian (perl-base is
# essential) and can make it; no other tool of Debian can: vlock asks the kernel to be asked, which ends with the program
# that is asked, and a screen change that was wanted meanwhile then happens.

screens_wants() {
  want_program lock
  want_unit kiosk-lock.service multi-user.target <<END
[Unit]
Description=One screen, no keys that leave it
ConditionKernelCommandLine=!kiosk.maintenance
# The font and the keymap come first: both are part of what is locked.
After=console-setup.service keyboard-setup.service systemd-vconsole-setup.service
Before=kiosk.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$MACHINE_FOLDER/lock
TimeoutStartSec=40
END
  want_file /etc/systemd/logind.conf.d/kiosk-setup.conf 644 <<'END'
[Login]
NAutoVTs=0
ReserveVT=0
HandlePowerKey=poweroff
HandlePowerKeyLongPress=ignore
HandleRebootKey=ignore
HandleRebootKeyLongPress=ignore
HandleSuspendKey=ignore
HandleSuspendKeyLongPress=ignore
HandleHibernateKey=ignore
HandleHibernateKeyLongPress=ignore
HandleLidSwitch=ignore
END
  want_masked getty@.service autovt@.service getty@tty1.service serial-getty@.service getty-static.service \
    console-getty.service debug-shell.service
}

screens_check() {
  check_first_screen
  check_locked_screen
  check_no_login
}

check_first_screen() {
  if ! has_console; then
    untestable first-screen why.no-console
  else
    check_that first-screen test "$(fgconsole)" = 1
  fi
}

# Tries to leave. A locked kernel lets chvt wait for ever.
check_locked_screen() {
  if ! has_console; then
    untestable locked-screen why.no-console
    return 0
  fi
  timeout 3 chvt 2 >/dev/null 2>&1 || true
  if [ "$(fgconsole)" = 1 ]; then
    passed locked-screen
  else
    timeout 3 chvt 1 || true
    failed locked-screen
  fi
}

check_no_login() {
  local logins
  if ! has_systemd; then
    untestable no-login why.no-systemd
    return 0
  fi
  logins=$(systemctl list-units --plain --no-legend --state=active,activating '*getty*.service' 'autovt@*.service' \
    'debug-shell.service' 'display-manager.service' | cut -d ' ' -f 1 | paste -sd ' ')
  if [ -z "$logins" ] && ! cat /proc/[0-9]*/comm 2>/dev/null | grep -qxE 'agetty|getty|login|sulogin'; then
    passed no-login
  else
    failed no-login "$logins"
  fi
}
