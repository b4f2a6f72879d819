# shellcheck shell=bash
# The machine starts the kiosk and nothing else; who wants something else at its start needs the password of staff.
#
# The password consists of letters that lie on the same keys of an AZERTY and a QWERTY keyboard: GRUB knows only the
# second. That is also why its user is called `kiosk`: `staff` would have an A. The menu waits three seconds unseen: with 0
# staff could not open it on machines whose firmware does not hand on a key that was pressed earlier.

BOOT_USER=kiosk
PASSWORD_LETTERS=bcdefghjknoprstuvxy
PASSWORD_LENGTH=12
MENU_SECONDS=3

boot_wants() {
  [ -d "$ROOT/etc/grub.d" ] || return 0
  boot_settings | want_file /etc/default/grub.d/kiosk-setup.cfg 644
  boot_password | want_file /etc/grub.d/01_kiosk-password 700
  boot_entries | want_file /etc/grub.d/09_kiosk 755
  want_made_by_acts /boot/grub/grub.cfg
}

boot_plan() {
  [ -d "$ROOT/etc/grub.d" ] || say plan.boot.no-grub
}

boot_acts() {
  ! command -v update-grub >/dev/null || update-grub >/dev/null 2>&1 || fail 3 error.update-grub
}

boot_settings() {
  cat <<END
# Written by kiosk-setup.
GRUB_DEFAULT=0
GRUB_TIMEOUT=$MENU_SECONDS
GRUB_TIMEOUT_STYLE=hidden
GRUB_DISABLE_RECOVERY=true
GRUB_DISABLE_OS_PROBER=true
END
}

# The hash stays the same from run to run: only a new password is a change.
boot_password() {
  cat <<END
#!/bin/sh
# Written by kiosk-setup: only its entry "kiosk" starts without the password of staff.
cat <<'GRUB'
set superusers="$BOOT_USER"
export superusers
password_pbkdf2 $BOOT_USER ${BOOT_HASH:-}
GRUB
END
}

boot_entries() {
  local video='' maintenance sticks=' modprobe.blacklist=usb_storage,uas'
  ! is_root_on_usb || sticks=
  # A compositor draws letters of any size: the screen keeps its own points.
  is_touch || video=$(screen_choice | awk '$2 != "-" { print " video=" $2 }')
  maintenance=$(text boot.maintenance)
  sed -e "s|@VIDEO@|$video|" -e "s|@STICKS@|$sticks|" -e "s|@MAINTENANCE@|${maintenance//\'/’}|" "$HERE/machine/boot-menu"
}

# A password that nobody has thought of before.
new_password() {
  local letters=
  while [ ${#letters} -lt $PASSWORD_LENGTH ]; do
    letters+=$(head -c 64 /dev/urandom | tr -dc "$PASSWORD_LETTERS")
  done
  printf '%s' "${letters:0:$PASSWORD_LENGTH}"
}

hash_of_password() {
  printf '%s\n%s\n' "$1" "$1" | grub-mkpasswd-pbkdf2 2>/dev/null | grep -o 'grub\.pbkdf2\.sha512\.[0-9A-Fa-f.]*'
}

# Answered, or kept from an earlier run.
choose_boot_hash() {
  BOOT_HASH=$(answer boot_password_hash)
  [ -n "$BOOT_HASH" ] || BOOT_HASH=$(noted boot-password-hash)
}

# If there is none, a new one. It is in BOOT_PASSWORD, to be shown once.
choose_boot_password() {
  BOOT_PASSWORD=
  choose_boot_hash
  [ -z "$BOOT_HASH" ] && [ -d "$ROOT/etc/grub.d" ] || return 0
  command -v grub-mkpasswd-pbkdf2 >/dev/null || fail 3 error.no-grub-tools
  BOOT_PASSWORD=$(new_password)
  BOOT_HASH=$(hash_of_password "$BOOT_PASSWORD")
  [ -n "$BOOT_HASH" ] || fail 3 error.no-grub-tools
}

boot_check() {
  local menu=/boot/grub/grub.cfg
  if [ ! -d /etc/grub.d ]; then
    untestable boot-menu why.no-grub
  elif grep -q "^set superusers=" $menu && grep -q "^password_pbkdf2 $BOOT_USER grub\.pbkdf2" $menu &&
    [ "$(grep -c -- --unrestricted $menu)" -eq 1 ] && ! has_open_permissions $menu; then
    passed boot-menu
  else
    failed boot-menu
  fi
  check_that command-line is_started_by_kiosk_entry
}

has_open_permissions() {
  [ $((0$(stat -c %a "$1") & 077)) -ne 0 ] && [ "$(findmnt -no FSTYPE -T "$1")" != vfat ]
}

# How this start was made, not what the menu would do.
is_started_by_kiosk_entry() {
  local word
  for word in ro quiet panic=10 noresume; do
    grep -qwF -- "$word" /proc/cmdline || return 1
  done
}
