# shellcheck shell=bash
# A USB stick that a resident plugs in does nothing. Staff bring packs on a stick in the maintenance start.
#
# The drivers are not loaded for a device that asks for them; somebody who is root can still load them by name, and the
# maintenance menu does. The boot menu says the same to the initial disk (boot.sh), which does not read this file.

sticks_wants() {
  if is_root_on_usb; then
    # The machine itself runs from such a disk.
    return 0
  fi
  want_file /etc/modprobe.d/kiosk-sticks.conf 644 <<'END'
blacklist usb_storage
blacklist uas
END
}

is_root_on_usb() {
  [ -z "$ROOT" ] && [ "$(lsblk -nro TRAN --inverse "$(findmnt -no SOURCE /)" 2>/dev/null | grep -m1 .)" = usb ]
}

sticks_check() {
  if is_root_on_usb; then
    untestable sticks why.root-on-usb
  elif lsmod | grep -qE '^(usb_storage|uas) '; then
    failed sticks
  # The alias of any mass storage device: whether the kernel's own helper would load something for it.
  elif modprobe --show-depends --use-blacklist 'usb:v0000p0000d0000dc00dsc00dp00ic08isc06ip50in00' 2>/dev/null |
    grep -q usb-storage; then
    failed sticks
  elif systemctl is-active --quiet udisks2.service autofs.service 2>/dev/null; then
    failed sticks
  else
    passed sticks
  fi
}
